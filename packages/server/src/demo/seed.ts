import type { Database, Sql } from "../database/sql.js";
import { insertKey } from "../store/api-keys.js";
import { makeId } from "../store/ids.js";
import { digest } from "../store/secret-text.js";
import { insertTenant } from "../store/tenants.js";
import { type Demo, demo, demoKeys, demoPassword, demoPeople, demoTenant } from "./people.js";
import { seedEventId, seedUsers } from "./seed-users.js";

/** Whether strangers could act on this store with keys that stand in our source. */
export async function holdsDemoKeys(sql: Sql): Promise<boolean> {
  const hashes = Object.values(demoKeys).map(digest);
  const rows = await sql`select 1 from api_keys where key_hash = any(${hashes}) limit 1`;
  return rows.length > 0;
}

const isMissing = async (sql: Sql, email: string): Promise<boolean> => {
  const rows = await sql`
    select 1 from users where tenant_id = ${demoTenant.id} and email_lower = ${email}`;
  return rows.length === 0;
};

async function addPeople(sql: Sql, passwordHash: string): Promise<void> {
  for (const { email, firstName, lastName, role } of demoPeople) {
    const id = makeId("usr");
    await sql`
      with made as (
        insert into users (tenant_id, id, email, email_verified, first_name, last_name, role, password_hash)
        values (${demoTenant.id}, ${id}, ${email}, true, ${firstName}, ${lastName}, ${role}, ${passwordHash})
        on conflict (tenant_id, email_lower) do nothing returning id
      )
      insert into audit_events (tenant_id, id, type, actor_type, resource_id, created_at)
      select ${demoTenant.id}, ${makeId("evt")}, 'user.created', 'system', id, now() from made`;
  }
}

/** Whether as many made-up users were added before; some may have been deleted since. */
async function hasCrowd(sql: Sql, count: number): Promise<boolean> {
  const rows = await sql`
    select 1 from audit_events
    where tenant_id = ${demoTenant.id} and id = ${seedEventId(count)}`;
  return rows.length > 0;
}

/** Puts the demo's tenant, keys, people and a crowd into the store; what is there already stays as it is. */
export async function seedDemo(database: Database, crowd = 0): Promise<Demo> {
  const missing = await Promise.all(
    demoPeople.map((person) => isMissing(database.sql, person.email)),
  );
  const isComplete = crowd === 0 || (await hasCrowd(database.sql, crowd));
  if (!missing.includes(true) && isComplete) return demo;
  // Only a first start pays for the hash.
  const { hashPassword } = await import("../services/password-hash.js");
  const passwordHash = await hashPassword(demoPassword);
  const tenantId = demoTenant.id;
  await database.transaction(async (sql) => {
    await insertTenant(sql, demoTenant);
    await insertKey(sql, { tenantId, kind: "secret", key: demoKeys.secret, scopes: ["*"] });
    await insertKey(sql, { tenantId, kind: "publishable", key: demoKeys.publishable });
    await addPeople(sql, passwordHash);
  });
  if (!isComplete) await seedUsers(database, { tenantId, count: crowd, passwordHash });
  return demo;
}
