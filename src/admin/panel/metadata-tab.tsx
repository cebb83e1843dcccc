"use client";

import { type Metadata, metadataLimits, type UserDetails } from "@hellojohn/contract";
import { type FormEvent, type ReactElement, useState } from "react";
import { ConflictChoice } from "../../components/conflict-choice.js";
import { FormFooter } from "../../components/feedback.js";
import { Field } from "../../components/field.js";
import { format } from "../../components/format.js";
import { useDraftForm } from "../../components/use-draft-form.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useLocale, useMessages } from "../../react/index.js";
import { usePermissions, useUserAction } from "../react/hooks.js";
import { parse, patchBetween, textOf } from "./metadata-text.js";
import type { TabProps } from "./panel-tabs.js";

type Kind = "publicMetadata" | "privateMetadata";

/** A gateway may keep private metadata to itself; what is not known is not edited. */
const kindsOf = (user: UserDetails) =>
  (["publicMetadata", "privateMetadata"] as const).filter((kind) => user[kind] !== undefined);

/** Both kinds of metadata as text; what is saved is what changed in it. */
export function MetadataTab({ user }: TabProps): ReactElement {
  const texts = useMessages("adminPanel", adminPanel);
  const menu = useMessages("adminMenu", adminMenu);
  const { locale } = useLocale();
  const { data: permissions } = usePermissions();
  const isAllowed = permissions?.operations.includes("updateUser") !== false;
  const mutation = useUserAction("edit");
  const [typed, setTyped] = useState<Partial<Record<Kind, string>>>({});

  const form = useDraftForm<UserDetails, UserDetails>({
    name: "metadata",
    me: user,
    shown: (person) =>
      isAllowed
        ? Object.fromEntries(kindsOf(person).map((kind) => [kind, textOf(person[kind])]))
        : {},
    check: (_kind, text) => parse(text, texts.notJson),
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
      const answer = parse(area.value, "");
      if ("value" in answer) area.value = textOf(answer.value);
    }
    form.props.onSubmit?.(event as never);
  }

  function hintOf(kind: Kind): string {
    const text = typed[kind] ?? textOf(user[kind]);
    const answer = parse(text, texts.notJson);
    if ("refused" in answer) return answer.refused.message;
    const bytes = new TextEncoder().encode(JSON.stringify(answer.value)).length;
    return format(texts.bytes, {
      bytes: bytes.toLocaleString(locale),
      most: metadataLimits.bytes.toLocaleString(locale),
    });
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
      {kindsOf(user).map((kind) => (
        <Field
          key={kind}
          name={kind}
          label={texts[kind]}
          hint={isAllowed ? hintOf(kind) : menu.insufficient_permissions}
          refused={isAllowed ? undefined : "insufficient_permissions"}
          faults={form.outcome.errors[kind]}
          control={({ defaultValue: _, ...rest }) => (
            <textarea
              {...(rest as object)}
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
