import { permittedTo, type Permissions } from "@hellojohn/contract";
import { type Call, tenantOf } from "../call.js";

const actorOf = ({ caller }: Call<"getPermissions">) => {
  if (caller.kind === "key")
    return { actorType: "api_key", actorId: caller.keyId, scopes: caller.scopes } as const;
  if (caller.kind === "session")
    return { actorType: "user", actorId: caller.user.id, scopes: ["*"] } as const;
  throw new Error(`An administrator's endpoint admits no ${caller.kind}`);
};

/** Who is asking, and which of the administrators' endpoints are open to her. */
export async function getPermissions(call: Call<"getPermissions">): Promise<Permissions> {
  const { caller } = call;
  const { id, name } = tenantOf(call);
  const { scopes, ...actor } = actorOf(call);
  const acts = caller.kind === "session" && caller.actor === "impersonator";
  return { ...actor, tenant: { id, name }, ...permittedTo([...scopes], { acts }) };
}
