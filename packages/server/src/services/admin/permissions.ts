import {
  type Endpoint,
  type EndpointName,
  endpoints,
  isOpenToImpersonators,
  type Permissions,
} from "@hellojohn/contract";
import { type Call, tenantOf } from "../call.js";

const actorOf = ({ caller }: Call<"getPermissions">) => {
  if (caller.kind === "key")
    return { actorType: "api_key", actorId: caller.keyId, scopes: caller.scopes } as const;
  if (caller.kind === "session")
    return { actorType: "user", actorId: caller.user.id, scopes: ["*"] } as const;
  throw new Error(`An administrator's endpoint admits no ${caller.kind}`);
};

const names = Object.keys(endpoints) as EndpointName[];

/** Who is asking, and which of the administrators' endpoints are open to her. */
export async function getPermissions(call: Call<"getPermissions">): Promise<Permissions> {
  const { caller } = call;
  const { id, name } = tenantOf(call);
  const { actorType, actorId, scopes } = actorOf(call);
  const held: ReadonlySet<string> = new Set(scopes);
  const acts = caller.kind === "session" && caller.actor === "impersonator";
  const isOpen = (operation: EndpointName) => {
    const { bearer, scope }: Endpoint = endpoints[operation];
    const isHeld = !scope || held.has("*") || held.has(scope);
    return bearer === "admin" && isHeld && (!acts || isOpenToImpersonators(operation));
  };
  const operations = names.filter(isOpen);
  const needed = new Set(operations.flatMap((operation) => endpoints[operation].scope ?? []));
  return {
    ...{ actorType, actorId, tenant: { id, name }, operations },
    // Who acts as another holds no scope whole.
    scopes: acts ? [...needed] : [...scopes],
  };
}
