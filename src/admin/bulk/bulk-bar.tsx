"use client";

import type { UserQuery } from "@hellojohn/contract";
import { type MouseEvent, type ReactElement, useId, useState } from "react";
import { flag, Status } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { useLocale } from "../../react/index.js";
import { asks } from "../actions/asks.js";
import { Modal } from "../actions/modal.js";
import { type ActionTexts, useActionTexts } from "../actions/use-texts.js";
import { usePermissions } from "../react/hooks.js";
import { countOf, type Selection } from "../react/selection.js";
import { isPermitted, userActions } from "../react/user-actions.js";
import { type BulkActionName, bulkActions, singly } from "./bulk-action.js";
import { BulkPreview } from "./bulk-preview.js";
import { BulkProgress } from "./bulk-progress.js";
import { isActive } from "./run-desk.js";
import { type UseBulkAction, useBulkAction } from "./use-bulk-action.js";

export interface BulkBarProps {
  selection: Selection;
  /** What the list shows to which the selection belongs. */
  query: UserQuery;
  /** How many match. */
  total: number;
  /** The selection has served its purpose. */
  onClear: () => void;
}

/** What the parts of the bar write with. */
export interface BulkTools {
  words: ActionTexts;
  tally(text: string, of: number): string;
  bulk: UseBulkAction;
}

/** What can be done to the selected users at once. It stays mounted after its first use, so that a run is seen to its end. */
export function BulkBar({ selection, query, total, onClear }: BulkBarProps): ReactElement | null {
  const words = useActionTexts();
  const { locale } = useLocale();
  const { data: permissions } = usePermissions();
  const bulk = useBulkAction();
  const [open, setOpen] = useState<BulkActionName>();
  const id = useId();
  const count = countOf(selection, total);
  if (count === 0 && !bulk.run) return null;

  const isRefused = (name: BulkActionName) =>
    !isPermitted(permissions, userActions[singly(name)].operation);
  const active = isActive(bulk.state);
  const offered = count > 0 && !active ? bulkActions : [];
  const refused = offered.filter(isRefused);
  const numberOf = (number: number) => number.toLocaleString(locale);
  const tools = { words, bulk, tally: (text: string, of: number) => `${text}: ${numberOf(of)}` };

  function clear({ currentTarget }: MouseEvent) {
    // The bar goes; the keyboard goes on in the table around it.
    currentTarget.closest("section")?.parentElement?.querySelector("input")?.focus();
    bulk.clear();
    onClear();
  }

  return (
    <section data-hj="bulk-bar" aria-label={words.title}>
      <Status>{count > 0 && format(words.selected, { count: numberOf(count) })}</Status>
      {refused.length > 0 && (
        <p data-hj="hint" id={id}>
          {refused.map((name) => words[name]).join(", ")}: {words.insufficient_permissions}
        </p>
      )}
      {offered.map((name) => (
        <button
          key={name}
          data-hj="button"
          data-danger={flag(asks[name].danger)}
          type="button"
          aria-disabled={isRefused(name)}
          aria-describedby={isRefused(name) ? id : undefined}
          onClick={() => isRefused(name) || setOpen(name)}
        >
          {words[name]}
        </button>
      ))}
      {!active && (
        <button data-hj="reveal" type="button" onClick={clear}>
          {words.clear}
        </button>
      )}
      {bulk.run && <BulkProgress {...tools} />}
      {open && (
        <Modal part="dialog" title={words[open]} onClose={() => setOpen(undefined)}>
          <BulkPreview
            {...tools}
            name={open}
            choice={{ selection, query }}
            onClose={() => setOpen(undefined)}
          />
        </Modal>
      )}
    </section>
  );
}
