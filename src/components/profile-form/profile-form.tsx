"use client";

import type { Me, UpdateProfileInput } from "@hellojohn/contract";
import type { ComponentProps, ReactElement } from "react";
import { profileForm } from "../../locales/en.js";
import { useMessages, useUpdateProfile } from "../../react/index.js";
import { Field } from "../field.js";
import { FormFooter, Gate } from "../feedback.js";
import type { Person } from "../person.js";
import { type DraftFormEvents, useDraftForm } from "../use-draft-form.js";
import { check, shown } from "./fields.js";
import { PendingEmail } from "./pending-email.js";
import {
  ProfileAvatar,
  ProfileField,
  ProfileFormContext,
  useProfileForm,
} from "./profile-field.js";

export interface ProfileFormProps
  extends Omit<ComponentProps<"form">, "ref" | "onInput" | "onSubmit">, DraftFormEvents<Me> {}

/** The signed-in person's own profile. Alone it is complete; with children it is your arrangement of its parts. */
export function ProfileForm(props: ProfileFormProps): ReactElement {
  return <Gate rows={6}>{(me) => <ProfileFormOf key={me.id} me={me} {...props} />}</Gate>;
}

function ProfileFormOf(props: ProfileFormProps & { me: Person }): ReactElement {
  const { me, children, onSaved, onDirtyChange, ...rest } = props;
  const texts = useMessages("profileForm", profileForm);
  const mutation = useUpdateProfile();

  function save(changes: UpdateProfileInput, version: number, values: FormData) {
    const currentPassword = "email" in changes && String(values.get("currentPassword") ?? "");
    return mutation
      .mutateAsync({ ...changes, ...(currentPassword && { currentPassword }), version })
      .finally(mutation.reset);
  }

  const form = useDraftForm({ name: "profile", me, shown, check, save, onSaved, onDirtyChange });

  return (
    <ProfileFormContext.Provider value={{ me, form, texts }}>
      <form data-hj="profile-form" aria-label={texts.form} {...rest} {...form.props}>
        {children ?? <Arrangement />}
      </form>
    </ProfileFormContext.Provider>
  );
}

function Arrangement(): ReactElement {
  return (
    <>
      <div data-hj="row">
        <ProfileAvatar />
        <ProfileField name="avatarUrl" />
      </div>
      <ProfileField name="name" />
      <div data-hj="columns">
        <ProfileField name="firstName" />
        <ProfileField name="lastName" />
      </div>
      <ProfileField name="phoneNumber" />
      <ProfileField name="email" />
      <PendingEmail />
      <ProfileField name="role" />
      <ProfileActions />
    </>
  );
}

/** Asks for the password when it is needed, saves, and says how that went. */
export function ProfileActions(): ReactElement {
  const { form, texts } = useProfileForm();
  const { currentPassword } = form.outcome.errors;
  return (
    <>
      {currentPassword && (
        <Field
          type="password"
          name="currentPassword"
          autoComplete="current-password"
          label={texts.currentPassword}
          faults={currentPassword}
        />
      )}
      <FormFooter outcome={form.outcome} labels={texts} />
    </>
  );
}
