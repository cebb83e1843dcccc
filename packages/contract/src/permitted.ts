import type { Endpoint } from "./endpoint.js";
import { type EndpointName, endpoints } from "./endpoints.js";
import { isOpenToImpersonators } from "./impersonation.js";
import type { Permissions } from "./users.js";

const names = Object.keys(endpoints) as EndpointName[];

/** Which of the administrators' endpoints are open to a bearer of these scopes, and the scopes that says. */
export function permittedTo(
  scopes: Permissions["scopes"],
  { acts }: { /** In another person's place. */ acts: boolean },
): Pick<Permissions, "scopes" | "operations"> {
  const held: ReadonlySet<string> = new Set(scopes);
  const operations = names.filter((name) => {
    const { bearer, scope }: Endpoint = endpoints[name];
    const isHeld = !scope || held.has("*") || held.has(scope);
    return bearer === "admin" && isHeld && (!acts || isOpenToImpersonators(name));
  });
  // Who acts as another holds no scope whole.
  const needed = new Set(operations.flatMap((name) => endpoints[name].scope ?? []));
  return { operations, scopes: acts ? [...needed] : [...scopes] };
}
