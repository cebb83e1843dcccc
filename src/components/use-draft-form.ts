"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { useHelloJohn } from "../react/index.js";
import { controlsOf, read, write } from "./controls.js";
import type { Draft, Subject } from "./draft.js";
import { deskOf, guardDrafts } from "./drafts.js";
import { flag } from "./feedback.js";
import { nothing, type Outcome, useOutcome, without } from "./outcome.js";
import { type DraftFields, saveDrafts } from "./save-drafts.js";

/** What the parent of a form may listen to. */
export interface DraftFormEvents<Saved> {
  /** After a save that the server took. */
  onSaved?: ((saved: Saved) => void) | undefined;
  /** When there begins or ceases to be unsaved text. */
  onDirtyChange?: ((dirty: boolean) => void) | undefined;
}

interface DraftFormOptions<Shown extends Subject, Saved extends Shown>
  extends DraftFormEvents<Saved>, DraftFields<Shown, Saved> {
  name: string;
  me: Shown;
}

export interface DraftForm {
  outcome: Outcome;
  /** For the `form` element. */
  props: ComponentProps<"form">;
  draft(field: string): Draft | undefined;
  resolve(field: string, choice: "mine" | "theirs" | "original"): void;
}

/** A native form over a person's data: keeps what is typed, follows the server where nothing is, saves what differs. */
export function useDraftForm<Shown extends Subject, Saved extends Shown>(
  options: DraftFormOptions<Shown, Saved>,
): DraftForm {
  const { name, me, shown, onSaved, onDirtyChange } = options;
  const client = useHelloJohn();
  const desk = deskOf(client, me.id, name);
  const { drafts } = desk;
  const [ref, outcome, setOutcome] = useOutcome({
    ...nothing,
    status: desk.busy ? "saving" : undefined,
  });
  const told = useRef(false);
  const dirty = drafts.size > 0;

  // What is kept of a form was told by the same endpoint.
  const settled = () => (desk.settled ?? me) as Shown;
  const texts = () => shown(settled());
  const controls = () => controlsOf(desk.form, texts());
  const controlOf = (field: string) => controls().find(({ name: its }) => its === field);

  function note(control: ReturnType<typeof controls>[number]) {
    const now = texts()[control.name] ?? "";
    const mine = read(control);
    const original = drafts.get(control.name)?.original ?? now;
    if (mine === now) drafts.delete(control.name);
    else drafts.set(control.name, { original, mine });
  }

  // After every draw: what is typed becomes a draft, and what is not follows the server.
  useEffect(() => {
    const isNew = desk.form !== ref.current;
    desk.form = ref.current;
    if (!desk.busy) {
      if (me.version >= (desk.settled?.version ?? 0)) desk.settled = me;
      // What was typed before the page came alive is text like any other.
      if (isNew) controls().forEach(note);
      for (const control of controls())
        if (!drafts.has(control.name)) write(control, texts()[control.name] ?? "");
    }
    if (dirty) guardDrafts(client);
    if (told.current !== dirty) onDirtyChange?.(dirty);
    told.current = dirty;
  });

  useEffect(() => {
    desk.tell = setOutcome;
  }, [desk, setOutcome]);

  // Lets the browser ask before the page closes over unsaved text.
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: Event) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);

  /** Text typed while the save was under way is a change to what was saved. */
  function settle({ settled: next, sent }: Outcome) {
    if (next) desk.settled = next;
    for (const [field, { mine }] of sent ?? []) {
      drafts.delete(field);
      const control = controlOf(field);
      if (control && read(control) !== mine) note(control);
    }
  }

  async function submit() {
    desk.again = desk.busy;
    if (desk.busy) return;
    const values = new FormData(desk.form ?? undefined);
    controls().forEach(note);
    desk.busy = true;
    setOutcome({ ...outcome, fresh: false, status: "saving" });
    const next = await saveDrafts(drafts, settled(), options, values);
    settle(next);
    desk.busy = false;
    desk.tell?.({ ...next, fresh: true });
    if (next.saved) onSaved?.(next.saved as Saved);
    if (desk.again && drafts.size > 0) await submit();
  }

  return {
    outcome,
    draft: (field) => drafts.get(field),
    resolve(field, choice) {
      const { [field]: theirs = "", ...conflicts } = outcome.conflicts;
      const text = { original: theirs, mine: theirs, ...drafts.get(field), theirs }[choice];
      drafts.delete(field);
      if (text !== theirs) drafts.set(field, { original: theirs, mine: text });
      const control = controlOf(field);
      if (control) write(control, text);
      control?.focus();
      setOutcome({ ...nothing, conflicts });
    },
    props: {
      ref,
      noValidate: true,
      ...{ "data-dirty": flag(dirty) },
      onInput({ target }) {
        const control = target as HTMLInputElement;
        if (!Object.hasOwn(texts(), control.name)) return;
        note(control);
        setOutcome(desk.busy ? { ...outcome, fresh: false } : without(control.name, outcome));
      },
      onSubmit(event) {
        event.preventDefault();
        void submit();
      },
    },
  };
}
