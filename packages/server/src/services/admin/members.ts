import { type Membership, refusal } from "@hellojohn/contract";
import type { Sql } from "../../database/sql.js";
import { isId } from "../../store/ids.js";
import { deleteMember, lockMember, saveMember } from "../../store/memberships.js";
import { holdOrganization, type OrganizationRow } from "../../store/organizations.js";
import { lockUser } from "../../store/users.js";
import { audit } from "../audit.js";
import { membershipViewOf } from "../belongings.js";
import { type Call, type Operation, tenantOf } from "../call.js";
import { gone } from "../user-changes.js";

/** An organization and a user of the tenant, neither of whom goes until the transaction ends. */
async function hold(
  sql: Sql,
  operation: Operation,
  { organizationId, userId }: { organizationId: string; userId: string },
): Promise<OrganizationRow> {
  const { id } = tenantOf(operation);
  const organization = isId(organizationId)
    ? await holdOrganization(sql, id, organizationId)
    : undefined;
  if (!organization) throw refusal("not_found", "There is no such organization");
  if (!isId(userId) || !(await lockUser(sql, id, userId))) throw gone();
  return organization;
}

/** Adds the user as `member` unless a role is given; one who is a member keeps her role unless another is given. */
export const addMember = (call: Call<"addMember">): Promise<Membership> =>
  call.transact(async (sql) => {
    const { userId = "", role: asked } = call.body;
    const named = { organizationId: call.params.id, userId };
    const organization = await hold(sql, call, named);
    const place = { tenantId: organization.tenant_id, ...named };
    const before = await lockMember(sql, place);
    const role = asked ?? before?.role ?? "member";
    const saved = await saveMember(sql, { ...place, role, now: call.now });
    if (before?.role !== role)
      await audit(sql, call, {
        type: before ? "membership.changed" : "membership.added",
        resourceId: userId,
        metadata: {
          organization_id: organization.id,
          role,
          ...(before && { previous_role: before.role }),
        },
      });
    return membershipViewOf({
      ...saved,
      organization_id: organization.id,
      name: organization.name,
    });
  });

export const removeMember = (call: Call<"removeMember">): Promise<void> =>
  call.transact(async (sql) => {
    const { id: organizationId, userId } = call.params;
    const { tenant_id: tenantId } = await hold(sql, call, { organizationId, userId });
    const place = { tenantId, organizationId, userId };
    const role = await deleteMember(sql, place);
    if (role === undefined)
      throw refusal("not_found", "The user is no member of this organization");
    await audit(sql, call, {
      type: "membership.removed",
      resourceId: userId,
      metadata: { organization_id: organizationId, role },
    });
  });
