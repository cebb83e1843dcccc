import { refuseFields } from "@hellojohn/contract";
import type { FakeUser } from "./make-user.js";
import type { MailedToken } from "./records.js";
import type { State } from "./state.js";

const day = 86_400_000;

/** Puts a mail into the mailbox, newest first. */
export function sendMail(
  state: State,
  to: string,
  subject: string,
  text: string,
  links: string[] = [],
): void {
  state.mailbox.unshift({
    id: state.makeId("mail"),
    to,
    subject,
    text: [text, ...links].join("\n\n"),
    links,
    createdAt: state.clock.date(),
  });
}

/** Makes the links of one kind that were mailed to a person useless. */
export function forgetTokens(
  state: State,
  userId: string,
  ...purposes: MailedToken["purpose"][]
): void {
  for (const [token, held] of state.mailedTokens)
    if (held.userId === userId && !held.used && purposes.includes(held.purpose))
      state.mailedTokens.delete(token);
}

function mailToken(state: State, kind: Omit<MailedToken, "used">, page: string): string {
  // Only the latest link of a kind works.
  forgetTokens(state, kind.userId, kind.purpose);
  const token = state.makeId("token");
  state.mailedTokens.set(token, { ...kind, used: false });
  return `${state.appUrl}/${page}#token=${token}`;
}

/** Asks the holder of an address to prove it. */
export function sendVerification(state: State, user: FakeUser, email: string): void {
  const expiresAt = state.clock.now() + day;
  const link = mailToken(
    state,
    { purpose: "email", userId: user.id, email, expiresAt },
    "verify-email",
  );
  state.lastMailAt.set(user.id, state.clock.now());
  sendMail(state, email, "Confirm your email address", "Open this link to confirm it.", [link]);
}

export function sendPasswordReset(state: State, user: FakeUser): void {
  const { email, id: userId } = user;
  const expiresAt = state.clock.now() + day / 24;
  const link = mailToken(
    state,
    { purpose: "password", userId, email, expiresAt },
    "reset-password",
  );
  sendMail(state, email, "Reset your password", "Open this link to choose a new one.", [link]);
}

/** Asks someone who was made by an administrator to choose a password. */
export function sendInvitation(state: State, user: FakeUser): void {
  const { email, id: userId } = user;
  const expiresAt = state.clock.now() + 7 * day;
  const link = mailToken(
    state,
    { purpose: "invitation", userId, email, expiresAt },
    "accept-invitation",
  );
  sendMail(state, email, "You are invited", "Open this link to choose a password.", [link]);
}

/** A token in a body is a wrong value, not a missing sign-in. */
export const badToken = (code: "invalid_token" | "expired" | "used", field = "token") =>
  refuseFields({ [field]: [{ code, message: "This link does not work any more" }] });

/** Takes a mailed token; it works once. */
export function takeToken(
  state: State,
  token: string,
  purposes: readonly MailedToken["purpose"][],
  userId?: string,
): MailedToken {
  const held = state.mailedTokens.get(token);
  if (!held || !purposes.includes(held.purpose) || (userId && held.userId !== userId))
    throw badToken("invalid_token");
  if (held.used) throw badToken("used");
  if (held.expiresAt <= state.clock.now()) throw badToken("expired");
  held.used = true;
  return held;
}
