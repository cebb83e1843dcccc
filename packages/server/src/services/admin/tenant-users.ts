import {
  type AdminUser,
  type EndpointName,
  type endpoints,
  profileChecks,
  type ReplyOf,
  type TenantUser,
  type TenantUserPage,
} from "@hellojohn/contract";
import { findUserByEmail } from "../../store/users.js";
import { pageOfUsers } from "../../store/user-pages.js";
import { type Call } from "../call.js";
import { gone } from "../user-changes.js";
import { adminUserOf } from "../user-view.js";
import { createUser } from "./create-user.js";
import { tenantIn } from "./tenant-config.js";
import { expectedOf, totalOf } from "./totals.js";
import { deleteUser } from "./user-access.js";
import { selectionOf } from "./user-query.js";
import { readUser, updateUser } from "./users.js";

type Reply<Name extends EndpointName> = ReplyOf<(typeof endpoints)[Name]>;

const tenantUserOf = (user: AdminUser): TenantUser => ({ ...user, roles: [user.role] });

/** The same call in v1's words. What is kept for a repeat is the answer in v2's. */
function inV1<V1 extends EndpointName, V2 extends EndpointName>(
  call: Call<V2>,
  sent: Pick<Call<V1>, "params" | "body" | "query">,
  answer: (reply: Reply<V1>) => Reply<V2>,
): Call<V1> {
  return {
    ...call,
    ...sent,
    async transact(run) {
      const replies: Reply<V1>[] = [];
      await call.transact(async (sql) => {
        const reply = await run(sql);
        replies.push(reply);
        return answer(reply);
      });
      return replies.at(-1) as Reply<V1>;
    },
  };
}

/** By numbered page, the newest first. */
export async function listTenantUsers(call: Call<"listTenantUsers">): Promise<TenantUserPage> {
  const { context, query } = call;
  const { page = 1, limit = 20, search, role, status, mfaEnrolled } = query;
  const asked = { search, role, status, mfaEnrolled };
  const { conditions } = selectionOf(tenantIn(call).id, asked);
  const expected = await expectedOf(context, conditions);
  const { total, isEstimate } = await totalOf(context, conditions, expected);
  const span = { limit, offset: (page - 1) * limit };
  const rows = await pageOfUsers(context.database.sql, conditions, span);
  return {
    users: rows.map((row) => tenantUserOf(adminUserOf(row))),
    ...{ total, totalIsEstimate: isEstimate, page, limit },
  };
}

export async function getTenantUser(call: Call<"getTenantUser">): Promise<TenantUser> {
  tenantIn(call);
  return tenantUserOf(adminUserOf(await readUser(call, call.params.id)));
}

export async function getTenantUserByEmail(
  call: Call<"getTenantUserByEmail">,
): Promise<TenantUser> {
  const tenant = tenantIn(call);
  const email = profileChecks.email(call.params.email);
  if ("refused" in email) throw gone();
  const row = await findUserByEmail(call.context.database.sql, tenant.id, email.value);
  if (!row) throw gone();
  return tenantUserOf(adminUserOf(row));
}

export async function createTenantUser(call: Call<"createTenantUser">): Promise<TenantUser> {
  tenantIn(call);
  const { roles, ...rest } = call.body;
  const [role] = roles ?? [];
  const body = { ...rest, ...(role === undefined ? {} : { role }) };
  const sent = { params: {}, body, query: undefined };
  return tenantUserOf(await createUser(inV1(call, sent, tenantUserOf)));
}

export async function updateTenantUser(call: Call<"updateTenantUser">): Promise<TenantUser> {
  tenantIn(call);
  const { roles, ...rest } = call.body;
  const [role] = roles ?? [];
  const body = { ...rest, ...(role === undefined ? {} : { role }) };
  const sent = { params: call.params, body, query: undefined };
  return tenantUserOf(await updateUser(inV1(call, sent, tenantUserOf)));
}

export async function deleteTenantUser(call: Call<"deleteTenantUser">): Promise<void> {
  tenantIn(call);
  await deleteUser(inV1(call, { params: call.params, body: {}, query: undefined }, () => {}));
}
