import type { Database, Sql } from "../database/sql.js";
import { firstNames, lastNames } from "./names.js";

interface Seed {
  tenantId: string;
  count: number;
  passwordHash: string;
}

/**
 * Everything about a made-up user follows from her number, so that the same command makes the same people. Names turn
 * at different speeds; the remainders pick about 6 % disabled, 5 % without a password, 8 % unverified, 1 % administrators.
 */
const insertSpan = (sql: Sql, { tenantId, passwordHash }: Seed, from: number, to: number) => sql<{
  added: number;
}>`
  with person as (
    select n, lpad(n::text, 10, '0') as number,
      (${[...firstNames]}::text[])[1 + n % ${firstNames.length}::int] as first_name,
      (${[...lastNames]}::text[])[1 + (n / ${firstNames.length}::int + n * 7) % ${lastNames.length}::int] as last_name,
      timestamptz '2026-01-01 00:00:00Z' - n * interval '5 minutes' as joined
    from generate_series(${from}::int, ${to}::int) as n
  ), made as (
    insert into users (tenant_id, id, email, email_verified, first_name, last_name, phone_number, role,
      disabled, password_hash, public_metadata, private_metadata, last_sign_in_at, created_at, updated_at)
    select ${tenantId}, 'usr_0000000000SEED' || number,
      lower(translate(replace(first_name || '.' || last_name, 'ß', 'ss'),
        'áãèéëíñóöøúüåÁÉÖØÅŁł ''-', 'aaeeeinooouuaaeooall')) || '.' || n || '@example.com',
      n % 13 <> 5, first_name, last_name,
      case when n % 3 = 0 then '+1555' || lpad((n % 10000000)::text, 7, '0') end,
      case when n % 97 = 1 then 'admin' else 'member' end,
      n % 17 = 3, case when n % 19 <> 7 then ${passwordHash} end,
      jsonb_build_object('theme', (array['light', 'dark', 'system'])[1 + n % 3]),
      jsonb_build_object('plan', (array['free', 'pro', 'team'])[1 + n % 3]),
      case when n % 5 <> 0 then joined + n % 40 * interval '1 day' end, joined, joined
    from person
    on conflict do nothing
    returning id, created_at
  ), told as (
    insert into audit_events (tenant_id, id, type, actor_type, resource_id, reason, created_at)
    select ${tenantId}, 'evt' || substr(id, 4), 'user.created', 'system', id, 'seed', created_at from made
    on conflict do nothing
  )
  select count(*) as added from made`;

/** The event that tells of a made-up user's arrival; it outlives her. */
export const seedEventId = (number: number): string =>
  `evt_0000000000SEED${String(number).padStart(10, "0")}`;

const span = 10_000;

/** Adds made-up users to a tenant; those who are there already stay. Answers how many were added. */
export async function seedUsers(database: Database, seed: Seed): Promise<number> {
  let added = 0;
  for (let from = 1; from <= seed.count; from += span) {
    const to = Math.min(seed.count, from + span - 1);
    const [row] = await database.transaction((sql) => insertSpan(sql, seed, from, to));
    added += row?.added ?? 0;
  }
  // The planner should know of so many new rows at once.
  await database.sql.script("analyze users; analyze audit_events");
  return added;
}
