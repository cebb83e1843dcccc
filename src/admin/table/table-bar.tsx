"use client";

import { lazy, type ReactElement, Suspense, useEffect, useRef, useState } from "react";
import { flag, Status } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { states } from "../../locales/en.js";
import { useMessages } from "../../react/index.js";
import { countOf } from "../react/selection.js";
import { useTableAround } from "./use-user-table.js";
import { countText } from "./user-pager.js";
import { UserToolbar } from "./user-toolbar.js";

const BulkBar = lazy(async () => ({ default: (await import("../later.js")).BulkBar }));

/** The toolbar, or what can be done to the chosen in its place; and how many were found. */
export function TableBar(): ReactElement {
  const { selection, chooseAll, clear, request, total, users, texts, ...table } = useTableAround();
  const { loading } = useMessages("states", states);
  const bar = useRef<HTMLDivElement>(null);
  const [isUsed, setUsed] = useState(false);
  const count = countOf(selection, total ?? 0);
  const isChoosing = count > 0;
  if (isChoosing && !isUsed) setUsed(true);

  // What was pressed to end a choice went with it.
  useEffect(() => {
    if (!isChoosing && isUsed && document.activeElement === document.body)
      bar.current?.querySelector("input")?.focus();
  }, [isChoosing, isUsed]);

  const number = countText(total ?? 0, table.isEstimate, table.locale);
  const found =
    total === 1
      ? texts.one
      : format(table.isEstimate ? texts.about : texts.count, { count: number });
  const isAll = selection.type === "exclude";
  const isPage = users.every(({ id }) => selection.ids.has(id)) && users.length < (total ?? 0);

  return (
    <>
      <div data-hj="table-bar" data-choosing={flag(isChoosing)} ref={bar}>
        <UserToolbar />
        <Suspense fallback={null}>
          {isUsed && (
            <BulkBar {...{ selection, query: request, total: total ?? 0 }} onClear={clear} />
          )}
        </Suspense>
      </div>
      <div data-hj="table-news">
        <Status>
          {table.wasDropped && `${texts.cleared} `}
          {/* Nothing while rows are stale, so that the same number is told again. */}
          {table.isStale ? "" : total === undefined ? !table.error && loading : found}
        </Status>
        {isChoosing && (isAll || isPage) && (
          <button
            data-hj="reveal"
            type="button"
            aria-pressed={isAll}
            onClick={isAll ? clear : chooseAll}
          >
            {format(texts.all, { count: number })}
          </button>
        )}
      </div>
    </>
  );
}
