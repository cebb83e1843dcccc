import { refusal } from "@hellojohn/contract";
import type { TokenClaims } from "./claims.js";
import type { HelloJohn } from "./hellojohn.js";
import type { VerifyOptions } from "./verify-token.js";

export interface RequireAuthOptions extends VerifyOptions {
  /** The role a caller must have, or several of which one will do. As in the token: a change shows when it is renewed. */
  role?: string | readonly string[] | undefined;
  /** Asks the server at each call whether the session lives, so that a revoked one is refused at once. */
  live?: boolean | undefined;
}

function tokenIn(header: string | null | undefined): string {
  if (!header) throw refusal("missing_token", "Send Authorization: Bearer …");
  const [, token] = /^Bearer +(\S+) *$/i.exec(header) ?? [];
  if (!token) throw refusal("invalid_token", "Send Authorization: Bearer …");
  return token;
}

/** Who calls, by the `Authorization` header. Throws what the caller is to be told. */
export async function authenticate(
  hj: HelloJohn,
  header: string | null | undefined,
  { role, live, ...options }: RequireAuthOptions = {},
): Promise<TokenClaims> {
  const token = tokenIn(header);
  const claims = await (live ? hj.sessions.verify(token, options) : hj.verifyToken(token, options));
  if (role !== undefined && ![role].flat().includes(claims.role))
    throw refusal("insufficient_permissions", "This is not for your role");
  return claims;
}
