"use client";

import { createContext, useContext } from "react";
import type { Messages } from "../../locales/messages.js";
import type { Person } from "../person.js";
import type { DraftForm } from "../use-draft-form.js";

export interface ProfileFormState {
  me: Person;
  form: DraftForm;
  texts: Messages["profileForm"];
}

export const ProfileFormContext = createContext<ProfileFormState | null>(null);

/** What the form around this part knows. */
export function useProfileForm(part: string): ProfileFormState {
  const state = useContext(ProfileFormContext);
  if (!state) throw new Error(`<${part}> belongs inside <ProfileForm>. Put it there.`);
  return state;
}
