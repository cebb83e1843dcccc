import type { Sql } from "../database/sql.js";

interface Key {
  tenantId: string;
  keyHash: string;
}

export interface StoredReply {
  request_hash: string;
  status: number;
  sealed_reply: string;
}

export async function findReply(
  sql: Sql,
  { tenantId, keyHash }: Key,
  since: Date,
): Promise<StoredReply | undefined> {
  const [row] = await sql<StoredReply>`
    select request_hash, status, sealed_reply from idempotency_keys
    where tenant_id = ${tenantId} and key_hash = ${keyHash} and created_at > ${since}
      and status is not null`;
  return row;
}

/** Whether this transaction is the first with the key. One that comes in parallel waits here for the first to end. */
export async function claimKey(
  sql: Sql,
  key: Key & { requestHash: string },
  { now, since }: { now: Date; since: Date },
): Promise<boolean> {
  const rows = await sql`
    insert into idempotency_keys as k (tenant_id, key_hash, request_hash, created_at)
    values (${key.tenantId}, ${key.keyHash}, ${key.requestHash}, ${now})
    on conflict (tenant_id, key_hash) do update set
      request_hash = excluded.request_hash, created_at = excluded.created_at,
      status = null, sealed_reply = null
      where k.created_at <= ${since}
    returning 1 as claimed`;
  return rows.length > 0;
}

export async function keepReply(
  sql: Sql,
  { tenantId, keyHash }: Key,
  reply: { status: number; sealed: string },
): Promise<void> {
  await sql`update idempotency_keys set status = ${reply.status}, sealed_reply = ${reply.sealed}
    where tenant_id = ${tenantId} and key_hash = ${keyHash}`;
}
