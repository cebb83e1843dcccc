import type { Gateway } from "./create-gateway.js";

/** Route handlers for `app/api/hellojohn/[...path]/route.ts`: `export const { GET, POST, PATCH, DELETE } = toNext(gateway)`. */
export function toNext<Incoming extends Request, Context>(
  gateway: (request: Incoming, context?: Context) => ReturnType<Gateway>,
) {
  const handle = (request: Incoming, context: Context) => gateway(request, context);
  return { GET: handle, POST: handle, PATCH: handle, DELETE: handle };
}
