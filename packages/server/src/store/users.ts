import type { Sql } from "../database/sql.js";

/** A row of `users`, named as the database names it. */
export interface UserRow {
  tenant_id: string;
  id: string;
  email: string;
  email_lower: string;
  email_verified: boolean;
  pending_email: string | null;
  name: string | null;
  first_name: string | null;
  last_name: string | null;
  avatar_url: string | null;
  phone_number: string | null;
  phone_verified: boolean;
  role: string;
  status: string;
  disabled: boolean;
  mfa_enrolled: boolean;
  public_metadata: Record<string, unknown>;
  private_metadata: Record<string, unknown>;
  password_hash: string | null;
  last_sign_in_at: Date | null;
  created_at: Date;
  updated_at: Date;
  version: number;
}

/** Columns that a change may set; metadata is a merge patch. */
export type UserChanges = Partial<
  Omit<
    UserRow,
    "tenant_id" | "id" | "email_lower" | "status" | "created_at" | "updated_at" | "version"
  >
>;

const first = async <Row>(rows: Promise<Row[]>): Promise<Row | undefined> => (await rows)[0];

export const findUser = (sql: Sql, tenantId: string, id: string) =>
  first(sql<UserRow>`select * from users where tenant_id = ${tenantId} and id = ${id}`);

/** The user, whom nobody else changes until the transaction ends. */
export const lockUser = (sql: Sql, tenantId: string, id: string) =>
  first(sql<UserRow>`
    select * from users where tenant_id = ${tenantId} and id = ${id} for no key update`);

/** Several users at once, always in the same order, so that two who lock the same ones do not wait for each other. */
export const lockUsers = (sql: Sql, tenantId: string, ids: readonly string[]) =>
  sql<Pick<UserRow, "id" | "role" | "disabled">>`
    select id, role, disabled from users where tenant_id = ${tenantId} and id = any(${ids})
    order by id for no key update`;

export async function disableUsers(
  sql: Sql,
  { tenantId, ids }: { tenantId: string; ids: readonly string[] },
  now: Date,
): Promise<void> {
  await sql`update users set disabled = true, updated_at = ${now}, version = version + 1
    where tenant_id = ${tenantId} and id = any(${ids})`;
}

export async function findUserByEmail(
  sql: Sql,
  tenantId: string,
  email: string,
): Promise<UserRow | undefined> {
  const [row] = await sql<UserRow>`
    select * from users where tenant_id = ${tenantId} and email_lower = ${email.toLowerCase()}`;
  return row;
}

/** Writes what changed and counts the version up. Metadata merges here, so that no key is lost to a parallel write. */
export async function changeUser(
  sql: Sql,
  { tenantId, id }: { tenantId: string; id: string },
  changes: UserChanges,
  now: Date,
): Promise<UserRow | undefined> {
  const [row] = await sql<UserRow>`
    update users u set
      email = case when c ? 'email' then c ->> 'email' else email end,
      email_verified = coalesce((c ->> 'email_verified')::boolean, email_verified),
      pending_email = case when c ? 'pending_email' then c ->> 'pending_email' else pending_email end,
      name = case when c ? 'name' then c ->> 'name' else name end,
      first_name = case when c ? 'first_name' then c ->> 'first_name' else first_name end,
      last_name = case when c ? 'last_name' then c ->> 'last_name' else last_name end,
      avatar_url = case when c ? 'avatar_url' then c ->> 'avatar_url' else avatar_url end,
      phone_number = case when c ? 'phone_number' then c ->> 'phone_number' else phone_number end,
      phone_verified = coalesce((c ->> 'phone_verified')::boolean, phone_verified),
      role = coalesce(c ->> 'role', role),
      disabled = coalesce((c ->> 'disabled')::boolean, disabled),
      mfa_enrolled = coalesce((c ->> 'mfa_enrolled')::boolean, mfa_enrolled),
      password_hash = coalesce(c ->> 'password_hash', password_hash),
      public_metadata = case when c ? 'public_metadata'
        then jsonb_merge_patch(public_metadata, c -> 'public_metadata') else public_metadata end,
      private_metadata = case when c ? 'private_metadata'
        then jsonb_merge_patch(private_metadata, c -> 'private_metadata') else private_metadata end,
      updated_at = ${now},
      version = version + 1
    from (select ${changes}::jsonb as c) as change
    where u.tenant_id = ${tenantId} and u.id = ${id}
    returning u.*`;
  return row;
}

/** A new user; nothing when her address is taken, or about to be. */
export async function insertUser(
  sql: Sql,
  user: Pick<UserRow, "tenant_id" | "id" | "email"> & UserChanges,
  now: Date,
): Promise<UserRow | undefined> {
  const [row] = await sql<UserRow>`
    insert into users (tenant_id, id, email, email_verified, name, first_name, last_name, avatar_url,
      phone_number, role, disabled, password_hash, public_metadata, private_metadata,
      created_at, updated_at)
    values (${user.tenant_id}, ${user.id}, ${user.email}, ${user.email_verified ?? false},
      ${user.name}, ${user.first_name}, ${user.last_name}, ${user.avatar_url},
      ${user.phone_number}, ${user.role ?? "member"}, ${user.disabled ?? false},
      ${user.password_hash}, jsonb_merge_patch('{}', ${user.public_metadata ?? {}}),
      jsonb_merge_patch('{}', ${user.private_metadata ?? {}}), ${now}, ${now})
    on conflict (tenant_id, email_lower) do nothing
    returning *`;
  return row;
}

/** Removes the user and, by the foreign keys, all that belongs to her. */
export async function deleteUser(sql: Sql, tenantId: string, id: string): Promise<void> {
  await sql`delete from users where tenant_id = ${tenantId} and id = ${id}`;
}
