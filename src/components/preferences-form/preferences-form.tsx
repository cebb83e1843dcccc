"use client";

import type { Me, Metadata } from "@hellojohn/contract";
import type { ComponentProps, ReactElement } from "react";
import { preferencesForm } from "../../locales/en.js";
import { atVersion, useMessages, useUpdateMetadata } from "../../react/index.js";
import { FormFooter, Gate } from "../feedback.js";
import type { Person } from "../person.js";
import { type DraftFormEvents, useDraftForm } from "../use-draft-form.js";
import { type PreferenceDescription, textOf, valueOf } from "./preference.js";
import { PreferenceField } from "./preference-field.js";

export interface PreferencesFormProps
  extends
    Omit<ComponentProps<"form">, "ref" | "children" | "onInput" | "onSubmit">,
    DraftFormEvents<Me> {
  /** What may be set, and how. Keys the tenant has not opened are shown read-only. */
  fields: readonly PreferenceDescription[];
}

/** The signed-in person's preferences: the public metadata her tenant lets her edit. */
export function PreferencesForm(props: PreferencesFormProps): ReactElement {
  return (
    <Gate rows={props.fields.length}>
      {(me) => <PreferencesFormOf key={me.id} me={me} {...props} />}
    </Gate>
  );
}

const metadataOf = (me: Person): Metadata => me.publicMetadata;

function PreferencesFormOf(props: PreferencesFormProps & { me: Person }): ReactElement {
  const { me, fields, onSaved, onDirtyChange, ...rest } = props;
  const texts = useMessages("preferencesForm", preferencesForm);
  const { mutateAsync } = useUpdateMetadata();
  const isEditable = ({ key }: PreferenceDescription) => me.editable.metadataKeys.includes(key);
  const describe = (name: string) => fields.find(({ key }) => key === name);

  const form = useDraftForm({
    name: "preferences",
    me,
    shown: (person) =>
      Object.fromEntries(
        fields.filter(isEditable).map((field) => [field.key, textOf(field, metadataOf(person))]),
      ),
    check(name, text) {
      const field = describe(name);
      return { value: field && valueOf(field, text) };
    },
    save: (changes, version) => mutateAsync({ ...changes, [atVersion]: version }),
    onSaved,
    onDirtyChange,
  });

  return (
    <form data-hj="preferences-form" aria-label={texts.form} {...rest} {...form.props}>
      {fields.map((field) => (
        <PreferenceField
          key={field.key}
          form={form}
          preference={field}
          text={textOf(field, metadataOf(me))}
          editable={isEditable(field)}
        />
      ))}
      {fields.some(isEditable) ? (
        <FormFooter
          outcome={form.outcome}
          labels={Object.fromEntries(fields.map(({ key, label }) => [key, label]))}
        />
      ) : (
        <p data-hj="hint">{texts.none}</p>
      )}
    </form>
  );
}
