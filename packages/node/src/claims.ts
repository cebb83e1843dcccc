import { fromWire } from "@hellojohn/contract";
import type { JWTPayload } from "jose";

/** What an access token says. It was true when it was signed: a role or a session may have gone since. */
export interface TokenClaims {
  /** The user's id. */
  sub: string;
  sessionId: string;
  tenantId: string;
  role: string;
  email: string;
  emailVerified: boolean;
  publicMetadata: Record<string, unknown>;
  /** Who acts in the user's place. */
  act?: { sub: string; type: string };
  iss: string;
  aud: string;
  /** Seconds since 1970. */
  iat: number;
  exp: number;
}

const texts = ["sub", "session_id", "tenant_id", "role", "email", "iss", "aud"];

/** The claims in TypeScript's spelling, or nothing when they are not those of an access token. */
export function claimsOf(payload: JWTPayload): TokenClaims | undefined {
  const isComplete = texts.every((name) => typeof payload[name] === "string");
  const isBag =
    typeof payload["public_metadata"] === "object" && payload["public_metadata"] !== null;
  if (!isComplete || !isBag || payload.aud !== payload["tenant_id"]) return undefined;
  return fromWire(payload) as unknown as TokenClaims;
}
