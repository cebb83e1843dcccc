"use client";

import { type ReactElement, type ReactNode, useEffect, useId, useRef } from "react";

export interface ModalProps {
  part: string;
  title: ReactNode;
  /** The browser closed it, as Escape does. */
  onClose: () => void;
  children: ReactNode;
}

/** A modal dialog: nothing outside of it is reached while it is open, and what had the focus gets it back. */
export function Modal({ part, title, onClose, children }: ModalProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element>(null);
  const id = useId();

  useEffect(() => {
    opener.current ??= document.activeElement;
    if (!dialog.current?.open) dialog.current?.showModal();
    return () => (opener.current as HTMLElement | null)?.focus();
  }, []);

  return (
    <dialog data-hj={part} ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 data-hj="title" id={id}>
        <bdi>{title}</bdi>
      </h2>
      {children}
    </dialog>
  );
}
