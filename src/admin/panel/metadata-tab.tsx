"use client";

import type { Metadata, UserDetails } from "@hellojohn/contract";
import type { ReactElement } from "react";
import { ConflictChoice } from "../../components/conflict-choice.js";
import { FormFooter } from "../../components/feedback.js";
import { Field } from "../../components/field.js";
import { useDraftForm } from "../../components/use-draft-form.js";
import { useMay } from "../actions/use-refusals.js";
import { useUserAction } from "../react/hooks.js";
import { parse, patchBetween, textOf } from "./metadata-text.js";
import type { TabProps } from "./panel-tabs.js";

/** Both kinds of metadata as text; what is saved is what changed in it. */
export function MetadataTab({ user, texts }: TabProps): ReactElement {
  const isAllowed = useMay("updateUser");
  const { mutateAsync, reset } = useUserAction("edit");
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
      return mutateAsync({
        id: user.id,
        ...Object.fromEntries(patches),
        options: { version },
      }).finally(reset);
    },
  });

  return (
    <form data-hj="metadata-form" aria-label={texts.metadata} {...form.props}>
      {kinds.map((kind) => (
        <Field
          key={kind}
          name={kind}
          label={texts[kind]}
          {...(!isAllowed && {
            ...{ refused: "admin_only", hint: texts.insufficient_permissions },
          })}
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
      {isAllowed && <FormFooter outcome={form.outcome} labels={texts} />}
    </form>
  );
}
