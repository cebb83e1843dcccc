import { HelloJohnError } from "@hellojohn/contract";
import { authenticate, type RequireAuthOptions } from "./authenticate.js";
import type { TokenClaims } from "./claims.js";
import { errorAnswer } from "./error-answer.js";
import type { HelloJohn } from "./hellojohn.js";

export type { RequireAuthOptions } from "./authenticate.js";
export type { TokenClaims } from "./claims.js";

/** What the middleware adds: `new Hono<{ Variables: AuthVariables }>()`. */
export interface AuthVariables {
  auth: TokenClaims;
}

interface HonoContext {
  req: { header(name: string): string | undefined };
  set(name: "auth", value: TokenClaims): void;
}

/** Middleware that lets signed-in people through; their claims are `c.get("auth")`. */
export function requireAuth(hj: HelloJohn, options?: RequireAuthOptions) {
  return async function requireAuthMiddleware(
    c: HonoContext,
    next: () => Promise<void>,
  ): Promise<Response | void> {
    try {
      c.set("auth", await authenticate(hj, c.req.header("authorization"), options));
    } catch (error) {
      if (HelloJohnError.is(error)) return errorAnswer(error, { challenge: true });
      throw error;
    }
    return next();
  };
}
