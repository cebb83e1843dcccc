/** What a mail says, before it has a recipient. */
export interface MailText {
  kind: string;
  subject: string;
  text: string;
  links: string[];
}

interface Addressed {
  tenantName: string;
  /** The person's name, or nothing. */
  name: string | null;
}

interface WithLink extends Addressed {
  appUrl: string;
  token: string;
}

/** In the fragment a token reaches neither a log nor a referrer. */
const link = (appUrl: string, page: string, token: string): string =>
  `${appUrl.replace(/\/+$/, "")}/${page}#token=${encodeURIComponent(token)}`;

/** A name that reads like an address would let strangers send links in our name. */
const greeting = (name: string | null): string =>
  name && name.length <= 100 && !/[/:@]|\.\w/.test(name) ? `Hello ${name},` : "Hello,";

const letter = ({ tenantName, name }: Addressed, ...paragraphs: string[]): string =>
  [greeting(name), ...paragraphs, tenantName].join("\n\n");

const ignore = "If this was not you, you need not do anything.";
const beware =
  "If this was not you, someone else may be using your account: set a new password and end your other sessions.";

/** To the new address of someone who signed up. */
export function signUpMail(to: WithLink): MailText {
  const url = link(to.appUrl, "verify-email", to.token);
  return {
    kind: "sign_up",
    subject: `Welcome to ${to.tenantName}: confirm your address`,
    text: letter(to, "Welcome. Confirm your address with this link:", url, ignore),
    links: [url],
  };
}

/** To an address that waits for proof. */
export function verifyEmailMail(to: WithLink): MailText {
  const url = link(to.appUrl, "verify-email", to.token);
  return {
    kind: "verify_email",
    subject: `Confirm your address for ${to.tenantName}`,
    text: letter(to, "Confirm this address with this link. It works for 24 hours:", url, ignore),
    links: [url],
  };
}

/** To the old address, which stays in use until the new one is proven. */
export function emailChangeMail(to: Addressed & { newEmail: string }): MailText {
  return {
    kind: "email_change",
    subject: `Your ${to.tenantName} address is about to change`,
    text: letter(
      to,
      `Someone asked to change the address of your account to ${to.newEmail}. ` +
        "This address stays in use until the new one is confirmed.",
      beware,
    ),
    links: [],
  };
}

export function passwordResetMail(to: WithLink): MailText {
  const url = link(to.appUrl, "reset-password", to.token);
  return {
    kind: "password_reset",
    subject: `Set a new password for ${to.tenantName}`,
    text: letter(to, "Set a new password with this link. It works once, for an hour:", url, ignore),
    links: [url],
  };
}

export function passwordChangedMail(to: Addressed): MailText {
  return {
    kind: "password_changed",
    subject: `Your ${to.tenantName} password was changed`,
    text: letter(to, "The password of your account was changed just now.", beware),
    links: [],
  };
}

/** To someone an administrator made an account for, who has no password yet. */
export function invitationMail(to: WithLink): MailText {
  const url = link(to.appUrl, "accept-invitation", to.token);
  return {
    kind: "invitation",
    subject: `You are invited to ${to.tenantName}`,
    text: letter(
      to,
      "An account was made for you. Choose a password with this link. It works once, for seven days:",
      url,
      "If you did not expect this, you need not do anything.",
    ),
    links: [url],
  };
}

/** To someone an administrator made an account for, with a password she was told. */
export function welcomeMail(to: Addressed & { appUrl: string }): MailText {
  return {
    kind: "welcome",
    subject: `Welcome to ${to.tenantName}`,
    text: letter(
      to,
      "An account was made for you. Sign in with this address and the password you were given:",
      to.appUrl,
    ),
    links: [to.appUrl],
  };
}

export function passwordSetMail(to: Addressed): MailText {
  return {
    kind: "password_set",
    subject: `An administrator set your ${to.tenantName} password`,
    text: letter(
      to,
      "An administrator set a new password for your account just now. The old one does not work any more.",
      "If you did not expect this, ask the people who run your account.",
    ),
    links: [],
  };
}
