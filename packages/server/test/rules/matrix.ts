import {
  type Actor,
  camelCase,
  canEdit,
  refusalReason,
  snakeCase,
  type UserField,
  userFields,
} from "@hellojohn/contract";
import type { TestApi } from "../api/test-api.js";

/** How a bearer stands to the three kinds of endpoint: as an actor, or by the code it is refused with. */
export interface Bearer {
  token: string | undefined;
  session: "self" | "impersonator" | { code: string };
  admin: "admin" | "stranger" | { code: string };
  publishable: "visitor" | { code: string };
}

const asSession = (code: string) => ({ session: { code }, admin: { code } });
const notVisitor = { publishable: { code: "invalid_publishable_key" } };
const forbidden = { admin: { code: "insufficient_permissions" } };

/** Every kind of bearer there is. The users `member` and `admin` are those the changes aim at. */
export async function makeBearers(api: TestApi) {
  const expired = await api.person("expired@example.com");
  api.advance(901);
  const member = await api.person("member@example.com");
  const other = await api.person("other@example.com");
  const admin = await api.person("admin@example.com", { role: "admin" });
  const secondAdmin = await api.person("second-admin@example.com", { role: "admin" });
  const revoked = await api.person("revoked@example.com", { role: "admin" });
  await api.call("signOut", { token: revoked.token });
  const deleted = await api.person("deleted@example.com", { role: "admin" });
  await api.database.sql`delete from users where id = ${deleted.id}`;
  const elsewhere = await api.addTenant();
  const foreign = await api.addUser("foreign@example.com", { tenantId: elsewhere.id });
  await api.addUser("foreign-admin@example.com", { tenantId: elsewhere.id, role: "admin" });
  const foreignAdmin = await api.signIn("foreign-admin@example.com", elsewhere.pk);
  const impersonate = async (user_id: string) => {
    const body = { user_id, reason: "support" };
    const reply = await api.call("impersonate", { token: api.tenant.sk, body });
    return reply.body.access_token as string;
  };
  const secret = (token: string, how: Bearer["admin"]): Bearer => ({
    ...{ token, session: { code: "invalid_token" }, admin: how, ...notVisitor },
  });
  const session = (token: string, how: Bearer["admin"]): Bearer => ({
    ...{ token, session: "self", admin: how, ...notVisitor },
  });

  const bearers: Record<string, Bearer> = {
    "the person herself": session(member.token, forbidden.admin),
    "another member": session(other.token, forbidden.admin),
    "an administrator": session(admin.token, "admin"),
    "another tenant's administrator": session(
      foreignAdmin.session.access_token as string,
      "stranger",
    ),
    "someone in the person's place": {
      ...session(await impersonate(member.id), forbidden.admin),
      session: "impersonator",
    },
    "someone in an administrator's place": {
      ...session(await impersonate(admin.id), { code: "impersonation_forbidden" }),
      session: "impersonator",
    },
    "a key that may do all": secret(api.tenant.sk, "admin"),
    "a key that may write": secret(await api.tenant.addKey("secret", ["users:write"]), "admin"),
    "a key that may read": secret(await api.tenant.addKey("secret", ["users:read"]), {
      code: "insufficient_permissions",
    }),
    "a key without scopes": secret(await api.tenant.addKey("secret"), {
      code: "insufficient_permissions",
    }),
    "another tenant's key": secret(elsewhere.sk, "stranger"),
    "an unknown key": secret(`${api.tenant.sk}x`, { code: "invalid_api_key" }),
    "a publishable key": {
      ...{ token: api.tenant.pk, session: { code: "invalid_token" } },
      ...{ admin: { code: "invalid_api_key" }, publishable: "visitor" },
    },
    "a revoked session": { token: revoked.token, ...asSession("session_revoked"), ...notVisitor },
    "a deleted administrator": {
      ...{ token: deleted.token, ...asSession("session_revoked"), ...notVisitor },
    },
    "an expired token": { token: expired.token, ...asSession("token_expired"), ...notVisitor },
    "a refresh token": {
      ...{ token: String(member.session.refresh_token), ...asSession("invalid_token") },
      ...notVisitor,
    },
    garbage: { token: "garbage", ...asSession("invalid_token"), ...notVisitor },
    nobody: {
      ...{ token: undefined, ...asSession("missing_token") },
      publishable: { code: "missing_token" },
    },
  };
  return {
    ...{ bearers, foreign, elsewhere },
    ...{ member: member.id, admin: admin.id, secondAdmin: secondAdmin.id },
  };
}

/** Names that are no field of their own. */
const aliases = ["metadata", "phone", "password", "roles", "tenant", "password_hash"];

/** Every way to name a field: as the wire does, as TypeScript does, and the aliases. */
export const spellings: readonly string[] = [
  ...new Set([...userFields.map(snakeCase), ...userFields, ...aliases]),
];

const fieldOf = (spelling: string): UserField | undefined => {
  const name = spelling === "phone" ? "phoneNumber" : camelCase(spelling);
  return userFields.find((field) => field === name);
};

/** The code a change of one field is answered with, read off the rules; `ok` when it is written. */
export function expectedCode(actor: Actor, spelling: string, here: (field: string) => boolean) {
  const field = fieldOf(spelling);
  const reason = field && refusalReason(actor, field);
  if (reason === "impersonation") return "impersonation_forbidden";
  if (reason) return "field_not_editable";
  const isWire = spelling === "phone" || (field && snakeCase(field) === spelling);
  const takesMetadata = actor === "admin" && spelling === "metadata";
  if (takesMetadata || (isWire && field && canEdit(actor, field) && here(field))) return "ok";
  return "validation_failed";
}
