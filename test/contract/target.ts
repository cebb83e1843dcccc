import { createHash, randomBytes } from "node:crypto";
import type { Scope } from "@hellojohn/contract";
import { createFake, fakeTotpCode } from "@hellojohn/react/testing";
import { readConfig, startServer } from "@hellojohn/server";
import { TOTP } from "otpauth";

export interface Mail {
  to: string;
  subject: string;
  links: string[];
}

/** Something that speaks the API: the fake, or the server on a store of its own. */
export interface Target {
  url: string;
  fetch: typeof fetch;
  publishableKey: string;
  secretKey: string;
  tenantId: string;
  /** Newest first. */
  mails(): Promise<Mail[]>;
  /** A new secret key that may do this and no more. */
  keyWith(scopes: readonly Scope[]): Promise<string>;
  /** What an authenticator app shows now. */
  totpCode(secret: string): string;
  close(): Promise<void>;
}

const userEditableMetadataKeys = ["theme", "language", "notifications"];

export async function fakeTarget(): Promise<Target> {
  const fake = createFake({ config: { userEditableMetadataKeys } });
  return {
    url: fake.apiUrl,
    fetch: fake.fetch,
    publishableKey: fake.publishableKey,
    secretKey: fake.secretKey,
    tenantId: fake.tenantId,
    mails: async () => [...fake.mailbox],
    keyWith: async (scopes) => fake.keyWith(scopes),
    totpCode: () => fakeTotpCode,
    close: async () => {},
  };
}

export async function serverTarget(): Promise<Target> {
  const server = await startServer(
    readConfig({
      PORT: "0",
      HELLOJOHN_DATA_DIR: "memory://",
      HELLOJOHN_DEMO: "1",
      HELLOJOHN_RATE_LIMIT_SCALE: "1000",
      LOG_LEVEL: "silent",
    }),
  );
  const { demo } = server;
  if (!demo) throw new Error("The server did not start in demo mode");
  return {
    ...demo,
    url: server.url,
    fetch,
    async mails() {
      const headers = { Accept: "application/json" };
      const response = await fetch(`${server.url}/dev/mailbox`, { headers });
      return ((await response.json()) as { data: Mail[] }).data;
    },
    async keyWith(scopes) {
      const key = `sk_test_demo_${randomBytes(16).toString("hex")}`;
      const id = `key_${randomBytes(8).toString("hex")}`;
      const hash = createHash("sha256").update(key).digest("base64url");
      await server.database.sql`insert into api_keys (tenant_id, id, key_hash, kind, prefix, scopes)
        values (${demo.tenantId}, ${id}, ${hash}, 'secret', 'sk_test_demo', ${[...scopes]})`;
      return key;
    },
    totpCode: (secret) => new TOTP({ secret }).generate(),
    close: () => server.close(),
  };
}
