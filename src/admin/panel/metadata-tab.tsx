"use client";

import type { Metadata, UserDetails } from "@hellojohn/contract";
import { metadataLimits } from "@hellojohn/contract/metadata";
import { type FormEvent, type ReactElement, useState } from "react";
import { ConflictChoice } from "../../components/conflict-choice.js";
import { FormFooter } from "../../components/feedback.js";
import { Field } from "../../components/field.js";
import { format } from "../../components/format.js";
import { useDraftForm } from "../../components/use-draft-form.js";
import { errors as errorTexts } from "../../locales/en.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useMessages } from "../../react/index.js";
import { useMay } from "../actions/use-refusals.js";
import { useUserAction } from "../react/hooks.js";
import { bytesOf, parse, patchBetween, textOf } from "./metadata-text.js";
import type { TabProps } from "./panel-tabs.js";

/** Both kinds of metadata as text; what is saved is what changed in it. */
export function MetadataTab({ user }: TabProps): ReactElement {
  const texts = useMessages("adminPanel", adminPanel);
  const menu = useMessages("adminMenu", adminMenu);
  const errors: Record<string, string> = useMessages("errors", errorTexts);
  const isAllowed = useMay("updateUser");
  const mutation = useUserAction("edit");
  const [typed, setTyped] = useState<Record<string, string>>({});
  // A gateway may keep private metadata to itself; what is not known is not edited.
  const kinds = (["publicMetadata", "privateMetadata"] as const).filter((kind) => user[kind]);

  const form = useDraftForm<UserDetails, UserDetails>({
    name: "metadata",
    me: user,
    shown: (person) =>
      isAllowed ? Object.fromEntries(kinds.map((kind) => [kind, textOf(person[kind])])) : {},
    check: (_kind, text) => parse(text, texts.not_json),
    save(changes, version) {
      // The version vouches for the document that the typing began with, or was compared to since.
      const patches = Object.entries(changes).map(([kind, after]) => {
        const before = JSON.parse(form.draft(kind)?.original ?? "{}") as Metadata;
        return [kind, patchBetween(before, after as Metadata)];
      });
      return mutation
        .mutateAsync({ id: user.id, ...Object.fromEntries(patches), options: { version } })
        .finally(mutation.reset);
    },
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    // In the spelling of the server, so that only what differs in meaning is sent or asked about.
    for (const area of event.currentTarget.querySelectorAll("textarea")) {
      const answer = parse(area.value, texts.not_json);
      if ("value" in answer) area.value = textOf(answer.value);
    }
    form.props.onSubmit?.(event as never);
  }

  function hintOf(text: string): string {
    const answer = parse(text, texts.not_json);
    if ("refused" in answer) return errors[answer.refused.code] ?? answer.refused.message;
    return format(texts.bytes, { bytes: bytesOf(answer.value), most: metadataLimits.bytes });
  }

  return (
    <form
      data-hj="metadata-form"
      aria-label={texts.metadata}
      {...form.props}
      onSubmit={submit}
      onInput={(event) => {
        const { name, value } = event.target as HTMLTextAreaElement;
        setTyped({ ...typed, [name]: value });
        form.props.onInput?.(event);
      }}
    >
      {kinds.map((kind) => (
        <Field
          key={kind}
          name={kind}
          label={texts[kind]}
          hint={
            isAllowed ? hintOf(typed[kind] ?? textOf(user[kind])) : menu.insufficient_permissions
          }
          refused={isAllowed ? undefined : "insufficient_permissions"}
          faults={form.outcome.errors[kind]}
          control={(props) => (
            <textarea
              {...(props as object)}
              rows={8}
              spellCheck={false}
              autoCapitalize="none"
              dir="ltr"
              defaultValue={form.draft(kind)?.mine ?? textOf(user[kind])}
            />
          )}
        >
          <ConflictChoice {...{ form, field: kind, label: texts[kind] }} />
        </Field>
      ))}
      {isAllowed && <FormFooter outcome={form.outcome} labels={{ ...texts, ...menu }} />}
    </form>
  );
}
