import type { Scope } from "@hellojohn/contract";
import type { Sql } from "../database/sql.js";
import { makeId } from "./ids.js";
import { digest, randomText } from "./secret-text.js";

export type KeyKind = "secret" | "publishable";
export type KeyScope = Scope | "*";

const prefixes = { secret: "sk", publishable: "pk" } as const;

/** A key names its tenant: `sk_live_<tenant id without tnt_>_<chance>`. */
const shape = /^(sk|pk)_(?:live|test)_([A-Za-z0-9-]{1,60})_([A-Za-z0-9]{8,128})$/;

/** The tenant a key speaks of, or nothing when the text is no key of this kind. */
export function tenantOfKey(kind: KeyKind, key: string): string | undefined {
  const [, prefix, tenant] = shape.exec(key) ?? [];
  return prefix === prefixes[kind] ? `tnt_${tenant}` : undefined;
}

/** A new key, which only its holder will know. */
export const makeKey = (tenantId: string, kind: KeyKind, mode: "live" | "test"): string =>
  `${prefixes[kind]}_${mode}_${tenantId.replace(/^tnt_/, "")}_${randomText()}`;

/** Keeps the digest of a key, and its first characters to know it by. Writing the same key again changes nothing. */
export async function insertKey(
  sql: Sql,
  key: { tenantId: string; kind: KeyKind; key: string; scopes?: readonly KeyScope[] },
): Promise<void> {
  await sql`insert into api_keys (tenant_id, id, key_hash, kind, prefix, scopes)
    values (${key.tenantId}, ${makeId("key")}, ${digest(key.key)}, ${key.kind},
      ${key.key.slice(0, -16).slice(0, 24)}, ${[...(key.scopes ?? [])]})
    on conflict (tenant_id, key_hash) do nothing`;
}

/** A key that may be used, with its tenant's settings. */
export interface KeyRow {
  tenant_id: string;
  tenant_name: string;
  id: string;
  kind: KeyKind;
  scopes: KeyScope[];
  config: string;
}

/** The key and its tenant, unless the key is unknown or revoked. */
export async function findKey(sql: Sql, kind: KeyKind, key: string): Promise<KeyRow | undefined> {
  const tenantId = tenantOfKey(kind, key);
  if (!tenantId) return undefined;
  const [row] = await sql<KeyRow>`
    select k.tenant_id, t.name as tenant_name, k.id, k.kind, k.scopes, t.config::text as config
    from api_keys k join tenants t using (tenant_id)
    where k.tenant_id = ${tenantId} and k.key_hash = ${digest(key)} and k.kind = ${kind}
      and k.revoked_at is null`;
  return row;
}
