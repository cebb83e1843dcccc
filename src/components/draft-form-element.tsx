"use client";

import type { ComponentProps, ReactElement } from "react";
import type { DraftForm } from "./use-draft-form.js";

export interface DraftFormElementProps extends Omit<ComponentProps<"form">, "ref"> {
  draftForm: DraftForm;
}

/** The native form that notes what is typed into it and saves what differs. */
export function DraftFormElement(props: DraftFormElementProps): ReactElement {
  const { draftForm, onInput, onSubmit, ...rest } = props;
  return (
    <form
      data-dirty={draftForm.dirty ? "" : undefined}
      noValidate
      {...rest}
      ref={draftForm.ref}
      onInput={(event) => {
        draftForm.noteInput(event.target);
        onInput?.(event);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.(event);
        void draftForm.submit();
      }}
    />
  );
}
