import { refusal, type SignedIn, type Tokens } from "@hellojohn/contract";
import type { Context } from "../context.js";
import type { Sql } from "../database/sql.js";
import { makeId } from "../store/ids.js";
import { digest } from "../store/secret-text.js";
import { openSession } from "../store/sign-ins.js";
import type { UserRow } from "../store/users.js";
import { signAccessToken } from "./access-token.js";
import { eventOf } from "./audit.js";
import { type Operation, type Tenant, tenantOf } from "./call.js";
import { firstRefreshToken } from "./refresh-token.js";
import { meOf } from "./user-view.js";

export const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

interface Issue {
  tenant: Tenant;
  user: UserRow;
  sessionId: string;
  refreshToken: string;
  refreshTokenExpiresAt: Date;
  issuedAt: Date;
}

/** The pair of tokens as the client gets it. */
export function issueTokens(context: Context, issue: Issue): Tokens {
  const { user, sessionId, issuedAt } = issue;
  const expiresAt = later(issuedAt, issue.tenant.config.sessionConfig.accessTokenTtl);
  return {
    id: sessionId,
    accessToken: signAccessToken(context, { user, sessionId, issuedAt, expiresAt }),
    refreshToken: issue.refreshToken,
    accessTokenExpiresAt: expiresAt,
    refreshTokenExpiresAt: issue.refreshTokenExpiresAt,
  };
}

/** Signs a person in who has proven who she is. */
export async function startSession(
  sql: Sql,
  call: Operation,
  who: UserRow,
  method: "password" | "totp" | "sign_up",
): Promise<SignedIn> {
  const { context, now, origin } = call;
  const tenant = tenantOf(call);
  const sessionId = makeId("ses", now);
  const refreshToken = firstRefreshToken({ tenantId: tenant.id, sessionId });
  const expiresAt = later(now, tenant.config.sessionConfig.refreshTokenTtl);

  const opened = await openSession(
    sql,
    {
      ...{ tenant_id: tenant.id, id: sessionId, user_id: who.id, created_at: now },
      ...{ expires_at: expiresAt, ip: origin.ip, user_agent: origin.userAgent },
    },
    digest(refreshToken),
    eventOf(call, {
      ...{ type: "user.signed_in", resourceId: who.id, userId: who.id },
      metadata: { session_id: sessionId, method },
    }),
  );
  const user = opened ?? who;
  // Checking a password takes long; an administrator may have been faster.
  if (user.disabled) throw refusal("account_disabled", "This account is disabled");
  if (user.password_hash !== who.password_hash)
    throw refusal("invalid_credentials", "The password was changed a moment ago");
  const session = issueTokens(context, {
    tenant,
    user,
    sessionId,
    refreshToken,
    refreshTokenExpiresAt: expiresAt,
    issuedAt: now,
  });
  return { user: meOf(user, tenant), session };
}
