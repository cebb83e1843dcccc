"use client";

import { type ReactElement, type RefObject, useEffect } from "react";
import { format } from "../../components/format.js";
import { BulkBar } from "../bulk/bulk-bar.js";
import { countOf } from "../react/selection.js";
import { useTableAround } from "./use-user-table.js";

/** What can be done to the chosen, and a way to choose everyone who matches. Once used, it stays. */
export function ChosenBar({ bar }: { bar: RefObject<HTMLElement | null> }): ReactElement {
  const table = useTableAround();
  const { selection, chooseAll, clear, request, total = 0, users, texts } = table;
  const isChoosing = countOf(selection, total) > 0;
  const isAll = selection.type === "exclude";
  const isPage = users.every(({ id }) => selection.ids.has(id)) && users.length < total;

  // What was pressed to end a choice went with it.
  useEffect(() => {
    if (!isChoosing && document.activeElement === document.body)
      bar.current?.querySelector("input")?.focus();
  }, [isChoosing, bar]);

  return (
    <>
      <BulkBar {...{ selection, query: request, total }} onClear={clear} />
      {isChoosing && (isAll || isPage) && (
        <button
          data-hj="choose-all"
          type="button"
          aria-pressed={isAll}
          onClick={isAll ? clear : chooseAll}
        >
          {format(texts.all, { count: table.count })}
        </button>
      )}
    </>
  );
}
