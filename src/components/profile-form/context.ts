"use client";

import type { Me } from "@hellojohn/contract";
import { createContext, useContext } from "react";
import type { Messages } from "../../locales/messages.js";
import type { DraftForm } from "../use-draft-form.js";

export interface ProfileFormState {
  me: Me;
  form: DraftForm;
  texts: Messages["profileForm"];
  /** The server wants the password along with this change. */
  confirming: boolean;
}

export const ProfileFormContext = createContext<ProfileFormState | null>(null);

/** What the form around this part knows. */
export function useProfileForm(part: string): ProfileFormState {
  const state = useContext(ProfileFormContext);
  if (!state) throw new Error(`<${part}> shows a field of a form. Put it inside <ProfileForm>.`);
  return state;
}
