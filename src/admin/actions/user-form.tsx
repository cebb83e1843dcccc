"use client";

import type { UserDetails } from "@hellojohn/contract";
import { type ReactElement, type ReactNode, useId, useRef, useState } from "react";
import { randomKey } from "../../client/call.js";
import { ConflictChoice } from "../../components/conflict-choice.js";
import { format } from "../../components/format.js";
import { FormFooter } from "../../components/feedback.js";
import { Field, type FieldProps } from "../../components/field.js";
import { inputs, type ProfileFieldName } from "../../components/profile-form/fields.js";
import { useDraftForm } from "../../components/use-draft-form.js";
import { profileForm } from "../../locales/en.js";
import { useMessages } from "../../react/index.js";
import { useUserAction } from "../react/hooks.js";
import { NewPassword } from "./new-password.js";
import { Roles } from "./roles.js";
import { check, nobody, type Shown, shown } from "./user-fields.js";
import { useMay } from "./use-refusals.js";
import { useActionTexts } from "./use-texts.js";

export interface UserFormProps {
  /** Without one, a new user is made. */
  user?: UserDetails | undefined;
  /** With what to say of it. */
  onSaved?: (saved: UserDetails, news: string) => void;
  /** Stands beside the button that saves. */
  children?: ReactNode;
}

/** Someone else's profile: what was changed elsewhere meanwhile is merged, or asked about field by field. */
export function UserForm({ user, onSaved, children }: UserFormProps): ReactElement {
  const texts = useActionTexts();
  const labels = useMessages("profileForm", profileForm);
  const [withPassword, setWithPassword] = useState(false);
  // Not a state: drawing anew between an event and its end would take back what is being typed.
  const key = useRef(randomKey());
  const id = useId();
  const mutation = useUserAction<"create" | "edit">(user ? "edit" : "create");
  const isAllowed = useMay("updateUser") || !user;
  const me = user ?? nobody;
  const demotion = me.role === "admin" ? me.restrictions?.["demote"] : undefined;

  const form = useDraftForm<Shown, UserDetails>({
    name: "user",
    me,
    // Whoever was made last is not who is made next.
    shown: (told) => shown(user ? told : nobody),
    check,
    save(changes, version, values) {
      return mutation
        .mutateAsync({
          ...(user && { id: user.id }),
          ...changes,
          ...(values.has("proof") && { emailVerified: true }),
          password: values.get("password") ?? undefined,
          currentPassword: values.get("currentPassword") ?? undefined,
          options: user ? { version } : { idempotencyKey: key.current },
        } as never)
        .finally(mutation.reset);
    },
    onSaved: (saved) => onSaved?.(saved, user || withPassword ? texts.saved : texts.invited),
  });

  // Another case is the same address.
  const email = form.draft("email")?.mine.trim() ?? "";
  const isNew = user && email && email.toLowerCase() !== user.email.toLowerCase();
  const verified = isNew ? "proof" : "emailVerified";

  const { errors } = form.outcome;
  const field = (name: ProfileFieldName, props?: Partial<FieldProps>) => (
    <Field
      {...inputs[name]}
      {...{ name, label: labels[name] }}
      // It is not the administrator's own.
      autoComplete="off"
      faults={errors[name]}
      defaultValue={form.draft(name)?.mine ?? me[name] ?? ""}
      {...props}
    >
      <ConflictChoice {...{ form, field: name, label: labels[name] }} />
    </Field>
  );

  return (
    <form
      data-hj="user-form"
      aria-label={labels.form}
      {...form.props}
      onInputCapture={() => {
        key.current = randomKey();
      }}
    >
      <fieldset data-hj="fields" disabled={!isAllowed}>
        {!isAllowed && <p data-hj="hint">{texts.insufficient_permissions}</p>}
        {field("email", {
          hint: me.pendingEmail ? format(texts.pending, { email: me.pendingEmail }) : undefined,
        })}
        <label data-hj="check">
          <input
            key={verified}
            type="checkbox"
            name={verified}
            defaultChecked={
              !isNew && (form.draft("emailVerified")?.mine ?? `${me.emailVerified}`) === "true"
            }
          />
          {texts[verified]}
        </label>
        <ConflictChoice {...{ form, field: "emailVerified", label: texts.emailVerified }} />
        <div data-hj="columns">
          {field("name")}
          {field("firstName")}
          {field("lastName")}
          {field("phoneNumber")}
          {field("role", { list: id, refused: demotion, hint: demotion && texts[demotion] })}
          {field("avatarUrl")}
        </div>
        <Roles id={id} />
        {!user && (
          <label data-hj="check">
            <input
              type="checkbox"
              checked={withPassword}
              onChange={() => setWithPassword(!withPassword)}
            />
            {texts.withPassword}
          </label>
        )}
        {withPassword && <NewPassword faults={errors["password"]} />}
        {errors["currentPassword"] && (
          <Field
            {...{ type: "password", name: "currentPassword", autoComplete: "current-password" }}
            label={labels.currentPassword}
            faults={errors["currentPassword"]}
          />
        )}
        {isAllowed && (
          <FormFooter
            {...{ outcome: form.outcome, labels: { ...texts, ...labels } }}
            {...(!user && { label: texts.create })}
          >
            {children}
          </FormFooter>
        )}
      </fieldset>
    </form>
  );
}
