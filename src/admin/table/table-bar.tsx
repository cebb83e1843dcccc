"use client";

import { type ReactElement, useRef } from "react";
import { flag, Status } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { states } from "../../locales/en.js";
import { useMessages } from "../../react/index.js";
import { countOf } from "../react/selection.js";
import { ChosenBar } from "../lazy-parts.js";
import { useTableAround } from "./use-user-table.js";
import { UserToolbar } from "./user-toolbar.js";

/** The toolbar, or what can be done to the chosen in its place; and how many were found. */
export function TableBar(): ReactElement {
  const table = useTableAround();
  const { loading } = useMessages("states", states);
  const { selection, total, texts, count } = table;
  const bar = useRef<HTMLDivElement>(null);
  const isUsed = useRef(false);
  const isChoosing = countOf(selection, total ?? 0) > 0;
  isUsed.current ||= isChoosing;

  const found = total === 1 ? texts.one : format(texts.count, { count });

  return (
    <div data-hj="table-bar" data-choosing={flag(isChoosing)} ref={bar}>
      <UserToolbar />
      {isUsed.current && <ChosenBar bar={bar} />}
      <Status>
        {table.wasDropped && `${texts.cleared} `}
        {/* Nothing while rows are stale, so that the same number is told again. */}
        {table.isStale ? "" : total === undefined ? !table.error && loading : found}
      </Status>
    </div>
  );
}
