import { refusal, type Tokens } from "@hellojohn/contract";
import type { Sql } from "../database/sql.js";
import {
  findRefreshToken,
  insertRefreshToken,
  lockRefreshToken,
  type RefreshRow,
  spendRefreshToken,
} from "../store/refresh-tokens.js";
import { digest } from "../store/secret-text.js";
import { revokeSessions } from "../store/sessions.js";
import { audit } from "./audit.js";
import { authConfigOf } from "./auth-config.js";
import type { Call } from "./call.js";
import { nextRefreshToken, parseRefreshToken } from "./refresh-token.js";
import { issueTokens, later } from "./start-session.js";

/** A lost answer, or a second tab, may present the same token once more for so long. */
const graceMs = 10_000;

const invalid = () => refusal("refresh_token_invalid", "This refresh token does not work any more");

function assertUsable(row: RefreshRow, now: Date): void {
  if (row.revoked_at) throw refusal("session_revoked", "This session has ended; sign in again");
  if (row.token_expires_at <= now)
    throw refusal("refresh_token_expired", "This session has expired; sign in again");
  if (row.disabled) throw refusal("account_disabled", "This account is disabled");
}

type Presented = NonNullable<ReturnType<typeof parseRefreshToken>>;

/** Ends the session of a token that someone else must have had too. */
async function endForReuse(sql: Sql, call: Call<"refresh">, row: RefreshRow): Promise<void> {
  const owner = { tenantId: row.tenant_id, userId: row.id };
  await revokeSessions(sql, { ...owner, only: row.session_id }, call.now);
  await audit(sql, call, {
    type: "session.refresh_token_reused",
    resourceId: row.id,
    tenantId: row.tenant_id,
    metadata: { session_id: row.session_id },
  });
}

/** The next pair; the same one for a repeated call; nothing when the token was stolen. */
async function rotate(
  sql: Sql,
  call: Call<"refresh">,
  presented: Presented,
): Promise<Tokens | undefined> {
  const { context, now, body } = call;
  const row = await lockRefreshToken(sql, presented);
  if (!row) throw invalid();
  assertUsable(row, now);

  const config = authConfigOf(row.config);
  const tenant = { id: row.tenant_id, name: row.tenant_name, config };
  const refreshToken = nextRefreshToken(context.secrets, presented, body.refreshToken);
  const tokenHash = digest(refreshToken);
  const common = { tenant, user: row, sessionId: row.session_id, refreshToken };

  if (row.used_at === null) {
    const expiresAt = later(now, config.sessionConfig.refreshTokenTtl);
    await spendRefreshToken(sql, presented, { now, expiresAt });
    await insertRefreshToken(sql, { ...presented, tokenHash, createdAt: now, expiresAt });
    return issueTokens(context, { ...common, refreshTokenExpiresAt: expiresAt, issuedAt: now });
  }
  const successor = await findRefreshToken(sql, row.tenant_id, tokenHash);
  const recent = now.getTime() - row.used_at.getTime() <= graceMs;
  if (!recent || !successor || successor.used_at) {
    await endForReuse(sql, call, row);
    return undefined;
  }
  return issueTokens(context, {
    ...common,
    refreshTokenExpiresAt: successor.expires_at,
    issuedAt: row.used_at,
  });
}

/** Trades a refresh token for the next pair. Each works once; one that comes back later ends the session. */
export async function refresh(call: Call<"refresh">): Promise<Tokens> {
  const presented = parseRefreshToken(call.body.refreshToken);
  if (!presented) throw invalid();
  await call.limit("refresh", `${presented.tenantId}:${presented.sessionId}`);
  const tokens = await call.context.database.transaction((sql) => rotate(sql, call, presented));
  if (!tokens) throw invalid();
  return tokens;
}
