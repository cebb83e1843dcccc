import { createHmac } from "node:crypto";
import { refusal, refuseFields } from "@hellojohn/contract";
import type { Context } from "../context.js";
import type { Sql } from "../database/sql.js";
import type { Caller } from "../services/call.js";
import { claimKey, findReply, keepReply } from "../store/idempotency.js";
import { digest, seal, unseal } from "../store/secret-text.js";
import type { Answer } from "./answer.js";

const dayMs = 24 * 3600 * 1000;

/** Thrown out of a transaction whose effect another one has had already. */
export class AlreadyDone extends Error {}

interface Asked {
  caller: Caller;
  method: string;
  path: string;
  bytes: Uint8Array;
  now: Date;
}

const bearerId = (caller: Exclude<Caller, { kind: "none" }>): string =>
  caller.kind === "session" ? caller.user.session_id : caller.keyId;

function assertShape(key: string): void {
  if (/^[\x20-\x7e]{1,255}$/.test(key)) return;
  throw refuseFields({
    idempotencyKey: [{ code: "invalid_format", message: "Send 1 to 255 printable characters" }],
  });
}

/**
 * Makes one call with a key happen once. The answer is kept in the transaction of its effect, sealed by the key,
 * of which the database holds a digest: who reads the table reads no token.
 */
export function idempotency({ database, secrets }: Context, header: string, asked: Asked) {
  const { caller, now } = asked;
  if (caller.kind === "none" || asked.method !== "POST") return undefined;
  assertShape(header);
  const since = new Date(now.getTime() - dayMs);
  const full = `${bearerId(caller)}:${header}`;
  const sealKey = secrets.hmac("idempotency", full);
  const requestHash = createHmac("sha256", sealKey)
    .update(`${asked.method} ${asked.path}\n`)
    .update(asked.bytes)
    .digest("base64url");

  const entry = (keyHash: string) => {
    const key = { tenantId: caller.tenant.id, keyHash, requestHash };
    return {
      /** The first answer, when there is one. */
      async find(): Promise<Answer | undefined> {
        const kept = await findReply(database.sql, key, since);
        if (!kept) return undefined;
        if (kept.request_hash !== requestHash)
          throw refusal(
            "idempotency_key_reused",
            "This key was used for another call; make a new one",
          );
        return { status: kept.status, text: unseal(sealKey, kept.sealed_reply) };
      },
      async claim(sql: Sql): Promise<void> {
        if (!(await claimKey(sql, key, { now, since }))) throw new AlreadyDone();
      },
      keep: (sql: Sql, { status, text }: Answer): Promise<void> =>
        keepReply(sql, key, { status, sealed: seal(sealKey, text) }),
    };
  };
  return {
    ...entry(digest(full)),
    /** The same for one part of a call that takes several transactions. */
    part: (name: string) => entry(digest(`${full}\n${name}`)),
  };
}

export type Idempotency = NonNullable<ReturnType<typeof idempotency>>;
