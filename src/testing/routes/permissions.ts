import { permittedTo, type Permissions } from "@hellojohn/contract";
import type { Call } from "../call.js";

/** Who asks, and what she may call. */
export function getPermissions({ state, caller, key }: Call<"getPermissions">): Permissions {
  return {
    actorType: key ? "api_key" : "user",
    actorId: key?.id ?? caller?.user.id ?? "",
    tenant: { id: state.tenantId, name: state.tenantName },
    ...permittedTo([...(key?.scopes ?? ["*"])], { acts: caller?.actor === "impersonator" }),
  };
}
