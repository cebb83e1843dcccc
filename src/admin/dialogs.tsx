"use client";

import type { UserDetails } from "@hellojohn/contract";
import { createContext, type ReactElement, type ReactNode, useMemo, useState } from "react";
import { Status } from "../components/feedback.js";
import { useNearest } from "../react/index.js";
import { UserDialog, UserPanel } from "./lazy-parts.js";
import type { UserAction } from "./react/user-actions.js";

/** What is to be opened. */
export type DialogRequest =
  | { kind: "create" }
  | { kind: "action"; action: UserAction; user: UserDetails }
  /** Masked, it hides most of each address and number until someone asks to see them. */
  | { kind: "panel"; userId: string; masked?: boolean };

export interface Dialogs {
  readonly request: DialogRequest | undefined;
  /** Opens one in place of any other; what has the focus now gets it back. */
  open(request: DialogRequest): void;
  /** Closes it, and says what came of it. */
  close(news?: string): void;
}

const DialogContext = createContext<Dialogs | null>(null);

/** Opens dialogs and the details panel of the nearest `UserDialogs`. */
export const useDialogs = (): Dialogs => useNearest(DialogContext, "UserDialogs");

/** Gives what is under it dialogs about users, and says what came of them. */
export function UserDialogs({ children }: { children: ReactNode }): ReactElement {
  const [request, setRequest] = useState<DialogRequest>();
  const [news, setNews] = useState<string>();

  const dialogs = useMemo<Dialogs>(
    () => ({
      request,
      open(next) {
        setNews(undefined);
        setRequest(next);
      },
      close(said) {
        // What was slow to come about does not close what was opened meanwhile.
        setRequest((now) => (now === request ? undefined : now));
        setNews(said);
      },
    }),
    [request],
  );

  return (
    <DialogContext.Provider value={dialogs}>
      {children}
      <Status>{news}</Status>
      {request &&
        (request.kind === "panel" ? <UserPanel {...request} /> : <UserDialog {...request} />)}
    </DialogContext.Provider>
  );
}
