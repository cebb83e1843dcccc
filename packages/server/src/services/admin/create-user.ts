import { refuseFields, type UserDetails } from "@hellojohn/contract";
import type { Sql } from "../../database/sql.js";
import { welcomeMail } from "../../mail/messages.js";
import { isId, makeId } from "../../store/ids.js";
import { saveMember } from "../../store/memberships.js";
import { holdOrganization } from "../../store/organizations.js";
import { insertUser, type UserChanges, type UserRow } from "../../store/users.js";
import { audit } from "../audit.js";
import { type Call, tenantOf } from "../call.js";
import { emailTaken } from "../change-email.js";
import { hashPassword } from "../password-hash.js";
import { mailPasswordLink } from "../password-link.js";
import { assertPassword } from "../password-policy.js";
import { changedFields, metadataChanges, profileChanges } from "../user-changes.js";
import { adminUserOf } from "../user-view.js";

type Create = Call<"createUser">;

/** What is written of her besides her address. */
function valuesOf({ body }: Create, passwordHash: string | undefined): UserChanges {
  const { role, disabled, emailVerified } = body;
  return {
    ...profileChanges(body, { phone_number: null }),
    ...metadataChanges(body),
    ...(role === undefined ? {} : { role }),
    ...(disabled === undefined ? {} : { disabled }),
    ...(emailVerified === undefined ? {} : { email_verified: emailVerified }),
    ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
  };
}

async function joinOrganization(sql: Sql, call: Create, { id: userId }: UserRow): Promise<void> {
  const { organizationId, organizationRole: role = "member" } = call.body;
  if (organizationId === undefined) return;
  const tenantId = tenantOf(call).id;
  if (!isId(organizationId) || !(await holdOrganization(sql, tenantId, organizationId)))
    throw refuseFields({
      organizationId: [{ code: "not_found", message: "There is no such organization" }],
    });
  await saveMember(sql, { tenantId, organizationId, userId, role, now: call.now });
  await audit(sql, call, {
    type: "membership.added",
    resourceId: userId,
    metadata: { organization_id: organizationId, role },
  });
}

/** Without a password she is invited to choose one; with one she is greeted when that was asked for. */
async function greet(sql: Sql, call: Create, user: UserRow): Promise<void> {
  // A door that is shut is not shown; a later invitation is one call.
  if (user.disabled) return;
  if (user.password_hash === null)
    return mailPasswordLink(sql, call, { user, purpose: "invitation" });
  if (!call.body.sendWelcomeEmail) return;
  const { appUrl } = call.context.config;
  const to = { tenantName: tenantOf(call).name, name: user.name ?? user.first_name, appUrl };
  await call.mail(sql, user.tenant_id, user.email, welcomeMail(to));
}

/** Makes an account for someone. Which addresses may sign up does not bind an administrator. */
export async function createUser(call: Create): Promise<UserDetails> {
  const { body, now } = call;
  const tenant = tenantOf(call);
  const { email, password } = body;
  if (body.organizationRole !== undefined && body.organizationId === undefined)
    throw refuseFields({
      organizationId: [{ code: "required", message: "Say in which organization" }],
    });
  if (password !== undefined)
    await assertPassword("password", password, tenant.config.passwordPolicy);
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  const values = valuesOf(call, passwordHash);

  return call.transact(async (sql) => {
    const named = { tenant_id: tenant.id, id: makeId("usr", now), email };
    const user = await insertUser(sql, { ...named, ...values }, now);
    if (!user) throw emailTaken();
    await audit(sql, call, {
      type: "user.created",
      resourceId: user.id,
      changedFields: changedFields({ email, ...values }),
    });
    await joinOrganization(sql, call, user);
    await greet(sql, call, user);
    return adminUserOf(user);
  });
}
