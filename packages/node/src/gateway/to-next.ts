import type { Gateway } from "./create-gateway.js";

/** Route handlers for `app/api/hellojohn/[...path]/route.ts`: `export const { GET, POST, PATCH, DELETE } = toNext(gateway)`. */
export function toNext<Context>(gateway: Gateway<Context>) {
  const handle = (request: Request, context: Context): Promise<Response> =>
    gateway(request, context);
  return { GET: handle, POST: handle, PATCH: handle, DELETE: handle };
}
