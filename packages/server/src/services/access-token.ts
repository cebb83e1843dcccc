import { sign } from "node:crypto";
import { refusal } from "@hellojohn/contract";
import type { JWTPayload } from "jose";
import { JWTExpired } from "jose/errors";
import { createLocalJWKSet } from "jose/jwks/local";
import { jwtVerify } from "jose/jwt/verify";
import type { Context } from "../context.js";
import type { UserRow } from "../store/users.js";

/** What the server itself reads of a token; everything else it asks the database. */
export interface Claims {
  tenantId: string;
  sessionId: string;
  userId: string;
  expiresAt: number;
}

interface Grant {
  user: UserRow;
  sessionId: string;
  issuedAt: Date;
  expiresAt: Date;
  /** Who acts in the user's place. */
  impersonator?: { type: string; id: string };
}

const seconds = (time: Date): number => Math.floor(time.getTime() / 1000);

const written = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");

/**
 * A signed access token. Made for the same grant again it is the same text. WebCrypto, and so a library, would sign on a
 * thread of those that passwords are checked on; signing takes less than being handed over.
 */
export function signAccessToken({ secrets, config }: Context, grant: Grant): string {
  const { user, impersonator } = grant;
  const { kid, key } = secrets.signing;
  const claims = {
    session_id: grant.sessionId,
    tenant_id: user.tenant_id,
    role: user.role,
    email: user.email,
    email_verified: user.email_verified,
    public_metadata: user.public_metadata,
    ...(impersonator ? { act: { sub: impersonator.id, type: impersonator.type } } : {}),
    sub: user.id,
    iss: config.publicUrl,
    aud: user.tenant_id,
    iat: seconds(grant.issuedAt),
    exp: seconds(grant.expiresAt),
  };
  const text = `${written({ alg: "EdDSA", kid, typ: "JWT" })}.${written(claims)}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString("base64url")}`;
}

const invalid = () => refusal("invalid_token", "This is not an access token of this server");
const expired = () => refusal("token_expired", "The access token has expired; refresh it");

const textIn = (payload: JWTPayload, name: string): string => {
  const value = payload[name];
  if (typeof value !== "string") throw invalid();
  return value;
};

const remembered = 10_000;

/** Checks tokens by their signature, and remembers those it has checked: only their state is asked anew at each call. */
export function makeTokenVerifier({ secrets, config }: Pick<Context, "secrets" | "config">) {
  const keys = createLocalJWKSet({ keys: [...secrets.jwks.keys] });
  const known = new Map<string, Claims>();

  async function read(token: string, now: Date): Promise<Claims> {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ["EdDSA"],
      issuer: config.publicUrl,
      requiredClaims: ["sub", "exp", "iat", "aud"],
      currentDate: now,
    }).catch((error: unknown) => {
      throw error instanceof JWTExpired ? expired() : invalid();
    });
    const tenantId = textIn(payload, "tenant_id");
    if (payload.aud !== tenantId) throw invalid();
    return {
      tenantId,
      sessionId: textIn(payload, "session_id"),
      userId: textIn(payload, "sub"),
      expiresAt: (payload.exp ?? 0) * 1000,
    };
  }

  return async (token: string, now: Date): Promise<Claims> => {
    let claims = known.get(token);
    if (!claims) {
      claims = await read(token, now);
      const [oldest] = known.keys();
      if (known.size >= remembered && oldest !== undefined) known.delete(oldest);
      known.set(token, claims);
    }
    if (claims.expiresAt <= now.getTime()) throw expired();
    return claims;
  };
}
