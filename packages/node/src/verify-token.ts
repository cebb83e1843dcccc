import { HelloJohnError, refusal } from "@hellojohn/contract";
import { errors, jwtVerify } from "jose";
import { claimsOf, type TokenClaims } from "./claims.js";
import { createKeySet } from "./key-set.js";
import type { Settings } from "./settings.js";

export interface VerifyOptions {
  /** The tenant whose tokens count, or several; the key's own unless said. */
  audience?: string | readonly string[] | undefined;
  /** Who signs; `apiUrl` unless said. It differs where the API is called by an inner address. */
  issuer?: string | undefined;
  /** How far the two clocks may be apart; 30 unless said. */
  clockToleranceSeconds?: number | undefined;
}

export type VerifyToken = (token: string, options?: VerifyOptions) => Promise<TokenClaims>;

const invalid = () => refusal("invalid_token", "This is not an access token of this server");

function verdict(error: unknown): HelloJohnError {
  // That the keys could not be read says nothing about the token.
  if (HelloJohnError.is(error)) return error;
  return error instanceof errors.JWTExpired
    ? refusal("token_expired", "The access token has expired")
    : invalid();
}

/** Makes what tells a genuine token from another, by the server's public keys. Only the keys are asked for. */
export function createVerifier(settings: Settings, tenantId: () => Promise<string>): VerifyToken {
  const keys = createKeySet(settings);
  return async (token, options = {}) => {
    const { issuer = settings.apiUrl, clockToleranceSeconds: clockTolerance = 30 } = options;
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ["EdDSA"],
      requiredClaims: ["sub", "exp", "iat", "aud"],
      issuer,
      clockTolerance,
    }).catch((error: unknown) => {
      throw verdict(error);
    });
    const claims = claimsOf(payload);
    if (!claims) throw invalid();
    const audience = options.audience ?? (await tenantId());
    if (![audience].flat().includes(claims.tenantId))
      throw refusal("tenant_mismatch", "This token speaks of another tenant");
    return claims;
  };
}
