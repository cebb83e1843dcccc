import {
  type Actor,
  assertEditable,
  type EndpointName,
  isOpenToImpersonators,
  refusal,
} from "@hellojohn/contract";
import type { Caller } from "./call.js";

/** Bodies that name fields of the user. */
const changesUser: Partial<Record<EndpointName, Actor>> = {
  updateMe: "self",
  updateMyMetadata: "self",
  createUser: "admin",
  updateUser: "admin",
  createTenantUser: "admin",
  updateTenantUser: "admin",
};

/** What may be refused before any value is looked at. */
export function assertMayCall(name: EndpointName, caller: Caller | undefined, input: object): void {
  if (caller?.actor === "impersonator" && !isOpenToImpersonators(name))
    throw refusal("impersonation_forbidden", "Not while impersonating");
  const actor = changesUser[name];
  if (actor) assertEditable(actor === "self" ? (caller?.actor ?? actor) : actor, input);
}
