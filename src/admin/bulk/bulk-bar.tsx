"use client";

import type { UserQuery } from "@hellojohn/contract";
import { Fragment, type ReactElement, useEffect, useId, useRef, useState } from "react";
import { flag, Status } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { adminBulk } from "../../locales/en-admin/bulk.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { useLocale, useMessages } from "../../react/index.js";
import { Modal } from "../actions/modal.js";
import { usePermissions } from "../react/hooks.js";
import { countOf, type Selection } from "../react/selection.js";
import { type BulkActionName, bulkActions, operationOf } from "./bulk-action.js";
import { BulkPreview } from "./bulk-preview.js";
import { BulkProgress, progressOf } from "./bulk-progress.js";
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
  words: Readonly<typeof adminMenu & typeof adminBulk>;
  /** Puts a number where a text says `{count}`, and whatever else it names. */
  say(text: string, count: number, others?: Record<string, string>): string;
  bulk: UseBulkAction;
  /** Closes the dialog. */
  leave(): void;
}

const names = Object.keys(bulkActions) as BulkActionName[];

/** What can be done to the selected users at once. It stays mounted after its first use, so that a run is seen to its end. */
export function BulkBar({ selection, query, total, onClear }: BulkBarProps): ReactElement | null {
  const words = {
    ...useMessages("adminMenu", adminMenu),
    ...useMessages("adminBulk", adminBulk),
  };
  const { locale } = useLocale();
  const { data: permissions } = usePermissions();
  const bulk = useBulkAction();
  const { run, state } = bulk;
  const [open, setOpen] = useState<BulkActionName | "run">();
  const bar = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const id = useId();
  const count = countOf(selection, total);
  const active = state && isActive(state);

  // Only now: while a modal dialog is on the page, nothing outside of it takes the focus.
  useEffect(() => {
    if (!open) opener.current?.focus();
  }, [open]);

  if (count === 0 && !run) return null;

  function leave() {
    setOpen(undefined);
    if (open !== "run" || active) return;
    bulk.clear();
    // The bar goes with the selection; the keyboard goes on in the table around it.
    opener.current = bar.current?.parentElement?.querySelector("input") ?? null;
    onClear();
  }

  const say: BulkTools["say"] = (text, number, others) =>
    format(text, { ...others, count: number.toLocaleString(locale) });
  const tools = { words, say, bulk, leave };
  const show = (what: BulkActionName | "run", button: HTMLElement) => {
    opener.current = button;
    setOpen(what);
  };

  return (
    <section data-hj="bulk-bar" ref={bar} aria-label={words.title}>
      <Status>
        {count > 0 &&
          say(
            selection.type === "exclude" && !selection.ids.size ? words.all : words.selected,
            count,
          )}
      </Status>
      {count > 0 &&
        names.map((name) => {
          const mayNot = permissions && !permissions.operations.includes(operationOf(name));
          const reason = mayNot ? words.insufficient_permissions : active && words.another;
          return (
            <Fragment key={name}>
              <button
                data-hj="button"
                data-danger={flag("isDanger" in bulkActions[name])}
                type="button"
                {...(reason && { title: reason, "aria-disabled": true })}
                aria-describedby={reason ? id + name : undefined}
                onClick={({ currentTarget }) => !reason && show(name, currentTarget)}
              >
                {words[name]}
              </button>
              <span hidden id={id + name}>
                {reason}
              </span>
            </Fragment>
          );
        })}
      {count > 0 && (
        <button data-hj="reveal" type="button" onClick={onClear}>
          {words.clear}
        </button>
      )}
      {run && (
        <p data-hj="bulk-run">
          {words[run.plan.action.name]} {progressOf(tools)}
          <button
            data-hj="button"
            type="button"
            onClick={({ currentTarget }) => show("run", currentTarget)}
          >
            {words.show}
          </button>
        </p>
      )}
      {open && (
        <Modal
          part="dialog"
          title={words[open === "run" ? (run?.plan.action.name ?? "role") : open]}
          onClose={leave}
        >
          {open === "run" ? (
            <BulkProgress {...tools} />
          ) : (
            <BulkPreview
              {...tools}
              name={open}
              choice={{ selection, query }}
              onStart={() => setOpen("run")}
            />
          )}
        </Modal>
      )}
    </section>
  );
}
