import { HelloJohnError } from "@hellojohn/contract";
import { authenticate, type RequireAuthOptions } from "./authenticate.js";
import type { TokenClaims } from "./claims.js";
import { errorAnswer } from "./error-answer.js";
import type { HelloJohn } from "./hellojohn.js";

export type { RequireAuthOptions } from "./authenticate.js";
export type { TokenClaims } from "./claims.js";

/** Wraps route handlers: `export const GET = requireAuth(hj)((request, { auth }) => …)`. */
export function requireAuth(hj: HelloJohn, options?: RequireAuthOptions) {
  return <Incoming extends Request, Context extends object>(
    handler: (
      request: Incoming,
      context: Context & { auth: TokenClaims },
    ) => Response | Promise<Response>,
  ) =>
    async (request: Incoming, context: Context): Promise<Response> => {
      let auth: TokenClaims;
      try {
        auth = await authenticate(hj, request.headers.get("authorization"), options);
      } catch (error) {
        if (HelloJohnError.is(error)) return errorAnswer(error, { challenge: true });
        throw error;
      }
      return handler(request, { ...context, auth });
    };
}
