"use client";

import type { Organization } from "@hellojohn/contract";
import type { FormEvent, ReactElement } from "react";
import { Field } from "../../components/field.js";
import { profileForm } from "../../locales/en.js";
import { adminPanel } from "../../locales/en-admin/panel.js";
import { useMessages } from "../../react/index.js";

export interface MembershipFormProps {
  organizations: readonly Organization[];
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
}

/** Gives a place in an organization, or another role in one of hers. */
export function MembershipForm(props: MembershipFormProps): ReactElement | null {
  const { organizations, onSubmit } = props;
  const texts = useMessages("adminPanel", adminPanel);
  const { role } = useMessages("profileForm", profileForm);
  if (organizations.length === 0) return null;
  return (
    <form data-hj="membership-form" aria-label={texts.add} onSubmit={onSubmit}>
      <div data-hj="columns">
        <Field
          name="organization"
          label={texts.organization}
          control={(control) => (
            <select {...(control as object)}>
              {organizations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        />
        <Field name="role" label={role} defaultValue="member" maxLength={64} />
      </div>
      <button data-hj="button">{texts.add}</button>
    </form>
  );
}
