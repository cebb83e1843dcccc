import { refusal } from "@hellojohn/contract";
import type { Sql } from "../database/sql.js";
import {
  insertOneTimeToken,
  lockOneTimeToken,
  type OneTimeTokenRow,
  type TokenPurpose,
  spendOneTimeToken,
} from "../store/one-time-tokens.js";
import { digest, randomText } from "../store/secret-text.js";
import { later } from "./start-session.js";

const lifetimes: Record<TokenPurpose, number> = {
  email_verification: 24 * 3600,
  password_reset: 3600,
  invitation: 7 * 24 * 3600,
};

/** A new token for a mail; the database keeps its digest alone. */
export async function makeOneTimeToken(
  sql: Sql,
  purpose: TokenPurpose,
  to: { tenantId: string; userId: string; email: string; now: Date },
): Promise<string> {
  const token = randomText();
  await insertOneTimeToken(sql, {
    tenantId: to.tenantId,
    userId: to.userId,
    email: to.email,
    purpose,
    tokenHash: digest(token),
    createdAt: to.now,
    expiresAt: later(to.now, lifetimes[purpose]),
  });
  return token;
}

/** A token in a body speaks of that body, not of the bearer: it is refused by its field. */
export const badToken = (code: "invalid_token" | "expired" | "used", field = "token") =>
  refusal("validation_failed", `The ${field} does not work (${code}); ask for a new one`, {
    fields: { [field]: [{ code, message: "This link does not work any more" }] },
  });

/** Uses a token up, once however many present it; throws what is wrong with it. */
export async function takeOneTimeToken(
  sql: Sql,
  purposes: readonly TokenPurpose[],
  { token, tenantId, userId, now }: { token: string; tenantId: string; userId?: string; now: Date },
): Promise<OneTimeTokenRow> {
  const tokenHash = digest(token);
  const row = await lockOneTimeToken(sql, { tenantId, tokenHash, purposes });
  if (!row || (userId !== undefined && row.user_id !== userId)) throw badToken("invalid_token");
  if (row.used_at) throw badToken("used");
  if (row.expires_at <= now) throw badToken("expired");
  await spendOneTimeToken(sql, { tenantId, tokenHash, now });
  return row;
}
