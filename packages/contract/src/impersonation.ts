import type { Endpoint } from "./endpoint.js";
import { type EndpointName, endpoints } from "./endpoints.js";

/** What someone in another person's place may do besides reading. */
const open: ReadonlySet<EndpointName> = new Set(["updateMe", "signOut"]);

/** Reading all of it at once is not looking around. */
const closed: ReadonlySet<EndpointName> = new Set([
  ...(["exportMe", "exportUser", "exportUsers", "exportFoundUsers"] as const),
]);

/** Whether an endpoint is there at all for someone who acts as another. */
export function isOpenToImpersonators(name: EndpointName): boolean {
  const { method, reads = method === "GET" }: Endpoint = endpoints[name];
  return open.has(name) || (reads && !closed.has(name));
}
