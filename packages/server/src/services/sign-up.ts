import type { SignedIn } from "@hellojohn/contract";
import { signUpMail } from "../mail/messages.js";
import { makeId } from "../store/ids.js";
import { insertUser } from "../store/users.js";
import { audit } from "./audit.js";
import { type Call, tenantOf } from "./call.js";
import { assertDomain, emailTaken } from "./change-email.js";
import { makeOneTimeToken } from "./one-time-token.js";
import { hashPassword } from "./password-hash.js";
import { assertPassword } from "./password-policy.js";
import { startSession } from "./start-session.js";

export async function signUp(call: Call<"signUp">): Promise<SignedIn> {
  const tenant = tenantOf(call);
  const { email, password, name, firstName, lastName } = call.body;
  await call.limit("signUp", call.origin.network);
  assertDomain(email, tenant.config);
  await assertPassword("password", password, tenant.config.passwordPolicy);
  const passwordHash = await hashPassword(password);

  return call.transact(async (sql) => {
    const user = await insertUser(
      sql,
      {
        tenant_id: tenant.id,
        id: makeId("usr", call.now),
        email,
        name: name ?? null,
        first_name: firstName ?? null,
        last_name: lastName ?? null,
        password_hash: passwordHash,
      },
      call.now,
    );
    if (!user) throw emailTaken();
    await audit(sql, call, { type: "user.signed_up", resourceId: user.id, userId: user.id });
    const owner = { tenantId: tenant.id, userId: user.id, email, now: call.now };
    const token = await makeOneTimeToken(sql, "email_verification", owner);
    const { appUrl } = call.context.config;
    const to = { tenantName: tenant.name, name: user.name ?? user.first_name, appUrl, token };
    await call.mail(sql, tenant.id, email, signUpMail(to));
    return startSession(sql, call, user, "sign_up");
  });
}
