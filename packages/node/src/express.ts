import { HelloJohnError } from "@hellojohn/contract";
import { authenticate, type RequireAuthOptions } from "./authenticate.js";
import type { TokenClaims } from "./claims.js";
import { refusalOf } from "./error-answer.js";
import type { HelloJohn } from "./hellojohn.js";

export type { RequireAuthOptions } from "./authenticate.js";
export type { TokenClaims } from "./claims.js";

interface ExpressRequest {
  headers: { authorization?: string | undefined };
}

interface ExpressResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body: string): unknown;
}

/** A request that passed: who calls is in `auth`. */
export interface WithAuth {
  auth: TokenClaims;
}

/** Middleware that lets signed-in people through and puts their claims into `req.auth`. */
export function requireAuth(hj: HelloJohn, options?: RequireAuthOptions) {
  return async function requireAuthMiddleware(
    req: ExpressRequest,
    res: ExpressResponse,
    next: (error?: unknown) => void,
  ): Promise<void> {
    try {
      const auth = await authenticate(hj, req.headers.authorization, options);
      Object.assign(req, { auth } satisfies WithAuth);
    } catch (error) {
      if (!HelloJohnError.is(error)) return next(error);
      const { status, headers, body } = refusalOf(error, { challenge: true });
      res.statusCode = status;
      for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
      res.end(JSON.stringify(body));
      return undefined;
    }
    return next();
  };
}
