"use client";

import type { EditableBy, UserDetails } from "@hellojohn/contract";
import { type ReactElement, type ReactNode, useId } from "react";
import { FormFooter } from "../../components/feedback.js";
import { Field } from "../../components/field.js";
import { format } from "../../components/format.js";
import { inputs, type ProfileFieldName } from "../../components/profile-form/fields.js";
import { useDraftForm } from "../../components/use-draft-form.js";
import { profileForm } from "../../locales/en.js";
import { adminActions } from "../../locales/en-admin/actions.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { useMessages } from "../../react/index.js";
import { useUserAction } from "../react/hooks.js";
import { useMay } from "./use-refusals.js";
import { check, UserInput, VerifiedSwitch } from "./user-fields.js";

export interface EditUserFormProps {
  user: UserDetails;
  onSaved?: ((saved: UserDetails) => void) | undefined;
  /** Stands beside the button that saves. */
  children?: ReactNode;
}

/** The rules let administrators edit each of them, or this does not compile. */
const names: readonly EditableBy<"admin">[] & readonly ProfileFieldName[] = Object.keys(
  inputs,
) as ProfileFieldName[];

/** Someone else's profile: what was changed elsewhere meanwhile is merged, or asked about field by field. */
export function EditUserForm({ user, onSaved, children }: EditUserFormProps): ReactElement {
  const texts = useMessages("adminActions", adminActions);
  const labels = useMessages("profileForm", profileForm);
  const menu: Record<string, string> = useMessages("adminMenu", adminMenu);
  const noteId = useId();
  const mutation = useUserAction("edit");
  const isAllowed = useMay("updateUser");
  const demotion = user.role === "admin" ? user.restrictions?.["demote"] : undefined;

  // Another case is the same address.
  const isNew = (email: unknown) =>
    email !== undefined && String(email).trim().toLowerCase() !== user.email.toLowerCase();

  const form = useDraftForm<UserDetails, UserDetails>({
    name: "user",
    me: user,
    shown(person) {
      if (!isAllowed) return {};
      const open = names.filter((field) => field !== "role" || !demotion);
      return {
        emailVerified: `${person.emailVerified}`,
        ...Object.fromEntries(open.map((field) => [field, person[field] ?? ""])),
      };
    },
    check,
    save(changes, version, values) {
      const currentPassword = values.get("currentPassword");
      return mutation
        .mutateAsync({
          id: user.id,
          ...changes,
          // Of another address nothing is known, unless it is said here.
          ...(isNew(changes["email"]) && { emailVerified: values.get("proof") === "verified" }),
          ...(currentPassword && { currentPassword: String(currentPassword) }),
          options: { version },
        })
        .finally(mutation.reset);
    },
    onSaved,
  });
  const { currentPassword } = form.outcome.errors;

  const field = (name: ProfileFieldName, hint?: string) => {
    const code = name === "role" ? demotion : undefined;
    const refused = isAllowed ? code : "insufficient_permissions";
    return (
      <UserInput
        {...{ form, name, text: user[name] ?? "" }}
        hint={refused ? (isAllowed ? menu[refused] : "") : hint}
        {...(refused && { refused })}
        {...(!isAllowed && { "aria-describedby": noteId })}
      />
    );
  };

  return (
    <form data-hj="user-form" aria-label={labels.form} {...form.props}>
      {!isAllowed && (
        <p data-hj="hint" id={noteId}>
          {menu["insufficient_permissions"]}
        </p>
      )}
      {field("name")}
      <div data-hj="columns">
        {field("firstName")}
        {field("lastName")}
        {field("phoneNumber")}
        {field("role")}
      </div>
      {field("avatarUrl")}
      {field("email", user.pendingEmail ? format(texts.pending, { email: user.pendingEmail }) : "")}
      {isNew(form.draft("email")?.mine) ? (
        <Field
          name="proof"
          label={texts.proof}
          control={(props) => (
            <select {...(props as object)}>
              <option value="">{texts.proofByMail}</option>
              <option value="verified">{texts.proofByWord}</option>
            </select>
          )}
        />
      ) : (
        <VerifiedSwitch
          {...{ form, verified: user.emailVerified, label: texts.verified }}
          refused={isAllowed ? undefined : "insufficient_permissions"}
        />
      )}
      {currentPassword && (
        <Field
          {...{ type: "password", name: "currentPassword", autoComplete: "current-password" }}
          label={texts.yourPassword}
          faults={currentPassword}
        />
      )}
      {isAllowed && (
        <FormFooter outcome={form.outcome} labels={{ ...labels, ...menu }}>
          {children}
        </FormFooter>
      )}
    </form>
  );
}
