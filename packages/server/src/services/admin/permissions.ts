import { type Endpoint, endpoints, type Permissions } from "@hellojohn/contract";
import { type Call, tenantOf } from "../call.js";

const actorOf = ({ caller }: Call<"getPermissions">) => {
  if (caller.kind === "key")
    return { actorType: "api_key", actorId: caller.keyId, scopes: [...caller.scopes] } as const;
  if (caller.kind === "session")
    return { actorType: "user", actorId: caller.user.id, scopes: ["*"] } as const;
  throw new Error(`An administrator's endpoint admits no ${caller.kind}`);
};

/** Who is asking, and which of the administrators' endpoints are open to her. */
export async function getPermissions(call: Call<"getPermissions">): Promise<Permissions> {
  const { id, name } = tenantOf(call);
  const { actorType, actorId, scopes } = actorOf(call);
  const held: ReadonlySet<string> = new Set(scopes);
  const isOpen = ({ bearer, scope }: Endpoint) =>
    bearer === "admin" && (!scope || held.has("*") || held.has(scope));
  const operations = Object.entries<Endpoint>(endpoints).filter(([, endpoint]) => isOpen(endpoint));
  return {
    ...{ actorType, actorId, scopes: [...scopes] },
    tenant: { id, name },
    operations: operations.map(([endpoint]) => endpoint),
  };
}
