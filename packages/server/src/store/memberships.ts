import type { Sql } from "../database/sql.js";

interface Place {
  tenantId: string;
  organizationId: string;
  userId: string;
}

export interface MemberRow {
  role: string;
  created_at: Date;
}

/** A user's place in an organization, which nobody else changes until the transaction ends. */
export async function lockMember(sql: Sql, place: Place): Promise<MemberRow | undefined> {
  const [row] = await sql<MemberRow>`
    select role, created_at from memberships
    where tenant_id = ${place.tenantId} and organization_id = ${place.organizationId}
      and user_id = ${place.userId} for update`;
  return row;
}

/** Writes the role; one who is a member keeps the day she came. */
export async function saveMember(
  sql: Sql,
  place: Place & { role: string; now: Date },
): Promise<MemberRow> {
  const [row] = await sql<MemberRow>`
    insert into memberships (tenant_id, organization_id, user_id, role, created_at)
    values (${place.tenantId}, ${place.organizationId}, ${place.userId}, ${place.role}, ${place.now})
    on conflict (tenant_id, organization_id, user_id) do update set role = excluded.role
    returning role, created_at`;
  return row ?? { role: place.role, created_at: place.now };
}

/** The role of the member who was removed, or nothing when there was none. */
export async function deleteMember(sql: Sql, place: Place): Promise<string | undefined> {
  const [row] = await sql<{ role: string }>`delete from memberships
    where tenant_id = ${place.tenantId} and organization_id = ${place.organizationId}
      and user_id = ${place.userId} returning role`;
  return row?.role;
}
