/** What went wrong, by code. A fault of a field without a text here reads as its own message, any other as `unknown`. */
export const errors = {
  unknown: "Something went wrong. Try again.",
  network_error: "You seem to be offline; what you typed is kept.",
  service_unavailable: "The service is busy. Try again.",
  rate_limit_exceeded: "Too many tries. Try again in {seconds} s.",
  signed_out: "You are signed out; what you typed is kept.",
  impersonation_forbidden: "Not while acting for someone else.",
  reauthentication_required: "Confirm this with your password.",
  email_already_exists: "This address is already in use.",
  required: "Fill this in.",
  password_incorrect: "That is not your current password.",
  password_too_weak: "Choose one that follows the rules.",
};

/** Why something may not be edited, by reason code. */
export const reasons = {
  system_managed: "Set by the system",
  admin_only: "Only an administrator can change this",
  impersonation: "Can't be changed while acting for someone else",
  key_not_editable: "Your organization manages this",
};

/** Shared by every form and list. */
export const states = {
  loading: "Loading…",
  retry: "Try again",
  signedOut: "Sign in to see this.",
  save: "Save",
  saving: "One moment…",
  saved: "Saved",
  merged: "Saved, together with changes made elsewhere",
  unchanged: "Nothing to save",
  notSaved: "Not saved. Look at: {fields}",
};

export const conflict = {
  title: "{field} was changed elsewhere meanwhile",
  mine: "Keep mine:",
  theirs: "Take theirs:",
  original: "Back to the original:",
  empty: "nothing",
};

export const profileForm = {
  form: "Profile",
  name: "Display name",
  firstName: "First name",
  lastName: "Last name",
  avatarUrl: "Picture address",
  phoneNumber: "Phone number",
  email: "E-mail address",
  role: "Role",
  phoneHint: "Such as +44 20 7946 0018",
  emailHint: "Counts once you open the link we send",
  currentPassword: "Current password",
};

export const pendingEmail = {
  title: "Confirm your new address",
  text: "We sent a link to {pending}. Until you open it, {email} stays in use.",
  resend: "Send again",
  resent: "Sent again",
  wait: "Send again in {seconds} s",
  cancel: "Keep the old address",
  canceled: "The change was canceled",
};

export const passwordForm = {
  form: "Password",
  currentPassword: "Current password",
  newPassword: "New password",
  met: "done",
  show: "Show passwords",
  revoke: "Sign out all other devices",
  submit: "Change password",
  changed: "Password changed",
  ended: "Password changed. Other devices signed out: {count}.",
};

export const preferencesForm = { form: "Preferences", none: "There is nothing to set." };

export const signInForm = {
  form: "Sign in",
  email: "E-mail address",
  password: "Password",
  show: "Show password",
  submit: "Sign in",
  code: "Six-digit code",
  codeHint: "From your authenticator app",
  verify: "Verify",
  back: "Use another account",
  codeWrong: "That code is wrong or no longer valid.",
  invalid_credentials: "E-mail or password is wrong.",
  account_locked: "This account is locked for now. Try again later.",
  account_disabled: "This account is disabled.",
  validation_failed: "That took too long. Sign in again.",
};
