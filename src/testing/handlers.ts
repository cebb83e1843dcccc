import { type EndpointName, endpoints, refusal } from "@hellojohn/contract";
import type { Handlers } from "./call.js";
import { account } from "./routes/account.js";
import { admin } from "./routes/admin.js";
import { email } from "./routes/email.js";
import { passwords } from "./routes/passwords.js";
import { profile } from "./routes/profile.js";
import { sessions } from "./routes/sessions.js";
import { signIn } from "./routes/sign-in.js";
import { totp } from "./routes/totp.js";

const notBuilt = () => {
  throw refusal("service_unavailable", "Not built yet");
};
const later = Object.fromEntries(
  Object.keys(endpoints).map((name) => [name, notBuilt]),
) as unknown as Handlers<EndpointName>;

/** What answers each endpoint; the compiler refuses a missing one. */
export const handlers: Handlers<EndpointName> = {
  ...later,
  ...profile,
  ...email,
  ...passwords,
  ...sessions,
  ...signIn,
  ...totp,
  ...account,
  ...admin,
};
