import { createHmac, createPrivateKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import type { Database, Sql } from "./database/sql.js";

/** What the server signs and seals with. Made at first start, kept in the database, shared by every copy. */
export interface Secrets {
  /** Signs access tokens; `kid` goes into their header. */
  readonly signing: { readonly kid: string; readonly key: KeyObject };
  /** The public halves, retired ones too, as `/.well-known/jwks.json` shows them. */
  readonly jwks: { readonly keys: JWK[] };
  /** A key of 32 bytes for one purpose, such as `cursor` or `refresh`. */
  derive(purpose: string): Uint8Array;
  /** A keyed digest for one purpose. */
  hmac(purpose: string, text: string): Buffer;
}

const rootName = "root";

async function rootSecret(sql: Sql): Promise<Buffer> {
  const fresh = randomBytes(32).toString("base64url");
  await sql`insert into server_secrets (name, value) values (${rootName}, ${fresh})
    on conflict do nothing`;
  const [row] = await sql<{ value: string }>`
    select value from server_secrets where tenant_id = '*' and name = ${rootName}`;
  return Buffer.from(row?.value ?? fresh, "base64url");
}

async function makeSigningKey(sql: Sql): Promise<void> {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  await sql`insert into signing_keys (kid, private_jwk) values (${kid}, ${jwk})`;
}

interface KeyRow {
  kid: string;
  private_jwk: JWK;
  retired_at: Date | null;
}

const listKeys = (sql: Sql): Promise<KeyRow[]> => sql<KeyRow>`
  select kid, private_jwk, retired_at from signing_keys
  where tenant_id = '*' order by retired_at desc nulls first, created_at desc, kid`;

const publicHalf = ({ kid, private_jwk: { d: _, ...jwk } }: KeyRow): JWK => ({
  ...jwk,
  kid,
  alg: "EdDSA",
  use: "sig",
});

/** Reads the server's secrets, and makes them where there are none. Two servers may do so at once. */
export async function loadSecrets(database: Database): Promise<Secrets> {
  const { root, keys } = await database.transaction(async (sql) => {
    // The row of the root secret serves as the lock: one server makes the first key.
    const secret = await rootSecret(sql);
    await sql`select 1 from server_secrets
      where tenant_id = '*' and name = ${rootName} for update`;
    if ((await listKeys(sql)).every((key) => key.retired_at)) await makeSigningKey(sql);
    return { root: secret, keys: await listKeys(sql) };
  });
  const [newest] = keys;
  if (!newest) throw new Error("The database holds no signing key");
  const key = createPrivateKey({ key: newest.private_jwk, format: "jwk" });
  if (key.asymmetricKeyType !== "ed25519") throw new Error("The signing key is not an Ed25519 key");

  const derived = new Map<string, Uint8Array>();
  const derive = (purpose: string): Uint8Array => {
    let bytes = derived.get(purpose);
    if (!bytes) {
      bytes = new Uint8Array(hkdfSync("sha256", root, "", `hellojohn ${purpose}`, 32));
      derived.set(purpose, bytes);
    }
    return bytes;
  };
  return {
    signing: { kid: newest.kid, key },
    jwks: { keys: keys.map(publicHalf) },
    derive,
    hmac: (purpose, text) => createHmac("sha256", derive(purpose)).update(text).digest(),
  };
}
