import type { Database, Sql } from "../database/sql.js";
import { insertKey } from "../store/api-keys.js";
import { makeId } from "../store/ids.js";
import { digest } from "../store/secret-text.js";
import { insertTenant } from "../store/tenants.js";
import { type Demo, demo, demoKeys, demoPassword, demoPeople, demoTenant } from "./people.js";

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

/** Puts the demo's tenant, keys and people into the store; what is there already stays as it is. */
export async function seedDemo(database: Database): Promise<Demo> {
  const missing = await Promise.all(
    demoPeople.map((person) => isMissing(database.sql, person.email)),
  );
  if (!missing.includes(true)) return demo;
  // Only a first start pays for the hash.
  const { hashPassword } = await import("../services/password-hash.js");
  const passwordHash = await hashPassword(demoPassword);
  await database.transaction(async (sql) => {
    await insertTenant(sql, demoTenant);
    const tenantId = demoTenant.id;
    await insertKey(sql, { tenantId, kind: "secret", key: demoKeys.secret, scopes: ["*"] });
    await insertKey(sql, { tenantId, kind: "publishable", key: demoKeys.publishable });
    await addPeople(sql, passwordHash);
  });
  return demo;
}
