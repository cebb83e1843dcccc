import {
  assertEditable,
  type EndpointName,
  isOpenToImpersonators,
  refusal,
} from "@hellojohn/contract";
import type { Caller } from "../services/call.js";

/** Bodies that name fields of the user, by who sends them. */
const changesOneself: ReadonlySet<EndpointName> = new Set(["updateMe", "updateMyMetadata"]);
const changesOthers: ReadonlySet<EndpointName> = new Set([
  "createUser",
  "updateUser",
  "createTenantUser",
  "updateTenantUser",
]);

const isImpersonator = (caller: Caller): boolean =>
  caller.kind === "session" && caller.actor === "impersonator";

/** Refuses a whole endpoint to someone who acts in another's place. */
export function assertOpen(name: EndpointName, caller: Caller): void {
  if (!isImpersonator(caller) || isOpenToImpersonators(name)) return;
  throw refusal("impersonation_forbidden", "Not while impersonating");
}

/** Refuses fields that are not this actor's to edit, before any value is looked at. */
export function assertFields(name: EndpointName, caller: Caller, body: object): void {
  if (changesOthers.has(name)) assertEditable("admin", body);
  if (changesOneself.has(name))
    assertEditable(isImpersonator(caller) ? "impersonator" : "self", body);
}
