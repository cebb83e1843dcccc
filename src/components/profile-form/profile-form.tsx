"use client";

import { HelloJohnError, type Me, type UpdateProfileInput } from "@hellojohn/contract";
import { useMutation } from "@tanstack/react-query";
import { type ComponentProps, type ReactElement, useState } from "react";
import { errors, profileForm } from "../../locales/en.js";
import { updateProfileOptions, useHelloJohn, useMessages } from "../../react/index.js";
import { Field } from "../field.js";
import { fieldText } from "../format.js";
import { DraftFormElement } from "../draft-form-element.js";
import { DraftFormFooter } from "../draft-form-footer.js";
import { Gate } from "../gate.js";
import { type DraftFormEvents, useDraftForm } from "../use-draft-form.js";
import { ProfileAvatar } from "./avatar.js";
import { ProfileFormContext, useProfileForm } from "./context.js";
import { check, shown } from "./fields.js";
import { PendingEmail } from "./pending-email.js";
import { ProfileField } from "./profile-field.js";

export interface ProfileFormProps extends Omit<ComponentProps<"form">, "ref">, DraftFormEvents {}

/** The signed-in person's own profile. Alone it is complete; with children it is your arrangement of its parts. */
export function ProfileForm(props: ProfileFormProps): ReactElement {
  return <Gate rows={6}>{(me) => <ProfileFormOf key={me.id} me={me} {...props} />}</Gate>;
}

function ProfileFormOf(props: ProfileFormProps & { me: Me }): ReactElement {
  const { me, children, onSaved, onDirtyChange, ...rest } = props;
  const texts = useMessages("profileForm", profileForm);
  // What is sent may hold a password, which no cache keeps once it is done.
  const mutation = useMutation({ ...updateProfileOptions(useHelloJohn()), gcTime: 0 });
  const [confirming, setConfirming] = useState(false);

  async function save(changes: UpdateProfileInput, version: number) {
    const currentPassword = form.ref.current?.querySelector<HTMLInputElement>(
      "input[name=currentPassword]",
    )?.value;
    try {
      const saved = await mutation.mutateAsync({
        ...changes,
        ...(currentPassword && "email" in changes && { currentPassword }),
        version,
      });
      setConfirming(false);
      return saved;
    } catch (error) {
      if (!HelloJohnError.is(error) || error.code !== "reauthentication_required") throw error;
      setConfirming(true);
      throw new HelloJohnError(error.code, error.message, {
        ...error,
        fields: { currentPassword: [error] },
      });
    } finally {
      mutation.reset();
    }
  }

  const form = useDraftForm({ name: "profile", me, shown, check, save, onSaved, onDirtyChange });

  return (
    <ProfileFormContext.Provider value={{ me, form, texts, confirming }}>
      <DraftFormElement data-hj="profile-form" aria-label={texts.form} {...rest} draftForm={form}>
        {children ?? <Arrangement />}
      </DraftFormElement>
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
  const { form, texts, confirming } = useProfileForm("ProfileActions");
  const reasons = useMessages("errors", errors);
  return (
    <>
      {confirming && (
        <Field
          type="password"
          name="currentPassword"
          autoComplete="current-password"
          label={texts.currentPassword}
          error={fieldText(reasons, form.errors["currentPassword"] ?? [])}
        />
      )}
      <DraftFormFooter outcome={form} labels={texts} />
    </>
  );
}
