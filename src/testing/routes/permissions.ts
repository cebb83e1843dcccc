import { type Endpoint, endpoints, type Permissions } from "@hellojohn/contract";
import type { Call } from "../call.js";

/** Who asks, and what she may call. */
export function getPermissions({ state, caller, key }: Call<"getPermissions">): Permissions {
  const scopes = key?.scopes ?? ["*"];
  const held = new Set<string>(scopes);
  const mayCall = ({ bearer, scope }: Endpoint) =>
    bearer === "admin" && (!scope || held.has("*") || held.has(scope));
  return {
    actorType: key ? "api_key" : "user",
    actorId: key?.id ?? caller?.user.id ?? "",
    tenant: { id: state.tenantId, name: state.tenantName },
    scopes: [...scopes],
    operations: Object.entries(endpoints).flatMap(([name, row]) => (mayCall(row) ? [name] : [])),
  };
}
