"use client";

import type { Me } from "@hellojohn/contract";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useHelloJohn } from "../react/index.js";
import { controlsOf, focusFirst, read, write } from "./controls.js";
import { deskOf, type Draft, guardDrafts } from "./drafts.js";
import { type DraftFields, nothing, type Outcome, saveDrafts, saving } from "./save-drafts.js";
import { useUnsavedChanges } from "./use-unsaved-changes.js";

/** What the parent of a form may listen to. */
export interface DraftFormEvents {
  /** After a save that the server took. */
  onSaved?: ((me: Me) => void) | undefined;
  /** When there begins or ceases to be unsaved text. */
  onDirtyChange?: ((dirty: boolean) => void) | undefined;
}

interface DraftFormOptions extends DraftFormEvents, DraftFields {
  name: string;
  me: Me;
}

export interface DraftForm extends Outcome {
  ref: RefObject<HTMLFormElement | null>;
  dirty: boolean;
  draft(field: string): Draft | undefined;
  noteInput(target: EventTarget): void;
  submit(): Promise<void>;
  resolve(field: string, choice: "mine" | "theirs" | "original"): void;
}

/** A native form over a person's data: keeps what is typed, follows the server where nothing is, saves what differs. */
export function useDraftForm(options: DraftFormOptions): DraftForm {
  const { name, me, shown, onSaved, onDirtyChange } = options;
  const client = useHelloJohn();
  const desk = deskOf(client, me.id, name);
  const { drafts } = desk;
  const ref = useRef<HTMLFormElement>(null);
  const [outcome, setOutcome] = useState(desk.busy ? saving : nothing);
  const [attempts, setAttempts] = useState(0);
  const [dirty, setDirty] = useState(drafts.size > 0);
  const told = useRef(false);
  useUnsavedChanges(dirty);

  const texts = () => shown(desk.settled ?? me);
  const controls = () => controlsOf(desk.form, texts());
  const refreshDirty = () => setDirty(drafts.size > 0);

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
    desk.tell = (next) => {
      setOutcome(next);
      setAttempts((count) => count + 1);
    };
    if (!desk.busy) {
      if (me.version >= (desk.settled?.version ?? 0)) desk.settled = me;
      // What was typed before the page came alive is text like any other.
      if (isNew) controls().forEach(note);
      for (const control of controls())
        if (!drafts.has(control.name)) write(control, texts()[control.name] ?? "");
    }
    refreshDirty();
    if (drafts.size > 0) guardDrafts(client);
  });

  useEffect(() => {
    if (told.current !== dirty) onDirtyChange?.(dirty);
    told.current = dirty;
  });

  useEffect(() => focusFirst(ref.current), [attempts]);

  /** Text typed while the save was under way is a change to what was saved. */
  function settle({ me: told, sent }: Outcome) {
    if (told) desk.settled = told;
    for (const field of sent?.keys() ?? []) drafts.delete(field);
    for (const control of controls()) {
      const was = sent?.get(control.name);
      if (was && read(control) !== was.mine) note(control);
    }
  }

  async function submit() {
    desk.again = desk.busy;
    if (desk.busy) return;
    controls().forEach(note);
    desk.busy = true;
    setOutcome(saving);
    const next = await saveDrafts(drafts, desk.settled ?? me, options);
    settle(next);
    desk.busy = false;
    desk.tell?.(next);
    if (next.sent && next.me) onSaved?.(next.me);
    if (desk.again && drafts.size > 0) await submit();
  }

  function noteInput(target: EventTarget) {
    const control = controls().find((one) => one === target);
    if (!control) return;
    note(control);
    if (desk.busy) return refreshDirty();
    setOutcome(({ status: _, errors: { [control.name]: _fixed, ...errors }, ...rest }) => ({
      ...rest,
      errors,
    }));
  }

  function resolve(field: string, choice: "mine" | "theirs" | "original") {
    const { [field]: theirs = "", ...conflicts } = outcome.conflicts;
    const { original, mine } = drafts.get(field) ?? { original: theirs, mine: theirs };
    const text = { mine, theirs, original }[choice];
    if (text === theirs) drafts.delete(field);
    else drafts.set(field, { original: theirs, mine: text });
    const control = controls().find((one) => one.name === field);
    if (control) write(control, text);
    control?.focus();
    setOutcome({ ...nothing, conflicts });
  }

  return {
    ...outcome,
    ref,
    dirty,
    draft: (field) => drafts.get(field),
    noteInput,
    submit,
    resolve,
  };
}
