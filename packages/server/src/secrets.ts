import {
  createHmac,
  createPrivateKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import type { JWK } from "jose";
import { calculateJwkThumbprint } from "jose/jwk/thumbprint";
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

async function makeSigningKey(sql: Sql): Promise<void> {
  const jwk = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" }) as JWK;
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

/** What there is; nothing when a part is missing. */
async function readKept(sql: Sql) {
  const [row] = await sql<{ value: string }>`
    select value from server_secrets where tenant_id = '*' and name = ${rootName}`;
  const keys = await listKeys(sql);
  const [newest] = keys;
  if (!row || !newest || newest.retired_at) return undefined;
  return { root: Buffer.from(row.value, "base64url"), newest, keys };
}

/** The row of the root secret serves as the lock: one server makes the first key. */
const makeMissing = (database: Database): Promise<void> =>
  database.transaction(async (sql) => {
    const fresh = randomBytes(32).toString("base64url");
    await sql`insert into server_secrets (name, value) values (${rootName}, ${fresh})
      on conflict do nothing`;
    await sql`select 1 from server_secrets
      where tenant_id = '*' and name = ${rootName} for update`;
    if (!(await readKept(sql))) await makeSigningKey(sql);
  });

/** Reads the server's secrets, and makes them where there are none. Two servers may do so at once. */
export async function loadSecrets(database: Database): Promise<Secrets> {
  let kept = await readKept(database.sql);
  if (!kept) {
    await makeMissing(database);
    kept = await readKept(database.sql);
  }
  if (!kept) throw new Error("The database holds no signing key");
  const { root, newest, keys } = kept;
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
