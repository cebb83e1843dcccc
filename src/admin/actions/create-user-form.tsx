"use client";

import type { CreateUserInput, FieldMessage } from "@hellojohn/contract";
import { HelloJohnError } from "@hellojohn/contract/errors";
import { type ReactElement, useState } from "react";
import { FormFooter } from "../../components/feedback.js";
import { format } from "../../components/format.js";
import { useDraftForm } from "../../components/use-draft-form.js";
import type { Subject } from "../../components/draft.js";
import { profileForm } from "../../locales/en.js";
import { adminActions } from "../../locales/en-admin/actions.js";
import { useMessages } from "../../react/index.js";
import { useDialogs } from "../dialogs.js";
import { useUserAction } from "../react/hooks.js";
import { nameOf } from "./names.js";
import { randomKey } from "../../client/call.js";
import { NewPassword, useNewPassword } from "./new-password.js";
import { check, UserInput, VerifiedSwitch } from "./user-fields.js";

const nobody: Subject = { id: "new", version: 0 };
const blank = {
  ...{ email: "", name: "", firstName: "", lastName: "", phoneNumber: "" },
  ...{ role: "member", emailVerified: "false" },
};

/** A new user, invited to choose a password unless one is given here. */
export function CreateUserForm(): ReactElement {
  const texts = useMessages("adminActions", adminActions);
  const labels = useMessages("profileForm", profileForm);
  const { close } = useDialogs();
  const [withPassword, setWithPassword] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [idempotencyKey, setKey] = useState(randomKey);
  const password = useNewPassword();
  const mutation = useUserAction("create");

  const form = useDraftForm<Subject, Awaited<ReturnType<typeof mutation.mutateAsync>>>({
    name: "create",
    me: nobody,
    shown: () => blank,
    check,
    save(changes, _version, values) {
      const given = values.get("password");
      const fields = given === null ? {} : password.check(() => String(given));
      if (Object.keys(fields).length > 0)
        throw new HelloJohnError("password_too_weak", "It breaks a rule", { fields });
      return mutation
        .mutateAsync({
          ...(changes as unknown as CreateUserInput),
          ...(given !== null && { password: String(given) }),
          options: { idempotencyKey },
        })
        .finally(mutation.reset);
    },
    onSaved: (saved) =>
      close(format(withPassword ? texts.created : texts.invited, { name: nameOf(saved) })),
  });
  const field = (name: Exclude<keyof typeof blank, "emailVerified">, faults?: FieldMessage[]) => (
    <UserInput {...{ form, name, text: blank[name] }} {...(faults && { faults })} />
  );

  return (
    <form
      data-hj="create-form"
      {...form.props}
      onInput={(event) => {
        setKey(randomKey());
        setMissing(false);
        form.props.onInput?.(event);
      }}
      onSubmit={(event) => {
        if (form.draft("email")) return form.props.onSubmit?.(event);
        event.preventDefault();
        setMissing(true);
        event.currentTarget.querySelector<HTMLElement>("[name=email]")?.focus();
      }}
    >
      {field("email", isMissing ? [{ code: "required", message: "" }] : undefined)}
      <div data-hj="columns">
        {field("firstName")}
        {field("lastName")}
        {field("phoneNumber")}
        {field("role")}
      </div>
      <fieldset data-hj="choices">
        <legend data-hj="label">{texts.signIn}</legend>
        {[false, true].map((choice) => (
          <label data-hj="check" key={`${choice}`}>
            <input
              type="radio"
              name="way"
              checked={withPassword === choice}
              onChange={() => setWithPassword(choice)}
            />
            {choice ? texts.withPassword : texts.withInvitation}
          </label>
        ))}
      </fieldset>
      {withPassword && <NewPassword {...password} faults={form.outcome.errors["password"]} />}
      <VerifiedSwitch {...{ form, verified: false, label: texts.verified }} />
      <FormFooter outcome={form.outcome} labels={labels} label={texts.create}>
        <button data-hj="button" type="button" onClick={() => close()}>
          {texts.cancel}
        </button>
      </FormFooter>
    </form>
  );
}
