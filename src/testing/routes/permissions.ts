import {
  type Endpoint,
  type EndpointName,
  endpoints,
  isOpenToImpersonators,
  type Permissions,
} from "@hellojohn/contract";
import type { Call } from "../call.js";

/** Who asks, and what she may call. */
export function getPermissions({ state, caller, key }: Call<"getPermissions">): Permissions {
  const scopes = key?.scopes ?? ["*"];
  const held = new Set<string>(scopes);
  const acts = caller?.actor === "impersonator";
  const mayCall = (name: EndpointName) => {
    const { bearer, scope }: Endpoint = endpoints[name];
    const isHeld = !scope || held.has("*") || held.has(scope);
    return bearer === "admin" && isHeld && (!acts || isOpenToImpersonators(name));
  };
  const operations = (Object.keys(endpoints) as EndpointName[]).filter(mayCall);
  return {
    actorType: key ? "api_key" : "user",
    actorId: key?.id ?? caller?.user.id ?? "",
    tenant: { id: state.tenantId, name: state.tenantName },
    scopes: acts
      ? [...new Set(operations.flatMap((name) => endpoints[name].scope ?? []))]
      : [...scopes],
    operations,
  };
}
