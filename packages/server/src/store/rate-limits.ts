import type { Sql } from "../database/sql.js";

export interface Hits {
  tenantId: string;
  bucket: string;
  window: number;
  hits: number;
}

/** Adds hits to many buckets; answers how many each has now, in this window and the one before. */
export const addHits = (sql: Sql, all: readonly Hits[]) =>
  sql<{ tenant_id: string; bucket: string; window_start: number; hits: number; previous: number }>`
    insert into rate_limits as r (tenant_id, bucket, window_start, hits)
    select * from unnest(${all.map((each) => each.tenantId)}::text[],
      ${all.map((each) => each.bucket)}::text[], ${all.map((each) => each.window)}::bigint[],
      ${all.map((each) => each.hits)}::int[]) as t (a, b, c, d)
    order by a, b, c
    on conflict (tenant_id, bucket, window_start) do update set hits = r.hits + excluded.hits
    returning tenant_id, bucket, window_start, hits, coalesce((
      select p.hits from rate_limits p where p.tenant_id = r.tenant_id and p.bucket = r.bucket
        and p.window_start = r.window_start - 1), 0) as previous`;

/** Adds one hit where it must be counted exactly. A refused one is not counted again and again. */
export async function addOneHit(
  sql: Sql,
  { tenantId, bucket, window }: Omit<Hits, "hits">,
  limit: number,
): Promise<{ hits: number; previous: number }> {
  const [row] = await sql<{ hits: number; previous: number }>`
    insert into rate_limits as r (tenant_id, bucket, window_start, hits)
    values (${tenantId}, ${bucket}, ${window}, 1)
    on conflict (tenant_id, bucket, window_start)
      do update set hits = least(r.hits + 1, ${limit}::int + 1)
    returning hits, coalesce((
      select p.hits from rate_limits p where p.tenant_id = r.tenant_id and p.bucket = r.bucket
        and p.window_start = r.window_start - 1), 0) as previous`;
  return row ?? { hits: 1, previous: 0 };
}
