import {
  type Actor,
  assertEditable,
  type Endpoint,
  type EndpointName,
  endpoints,
  refusal,
} from "@hellojohn/contract";
import type { Caller } from "./call.js";

/** What someone who acts as another may call besides reading, and what reading is too much. */
const openToImpersonators = new Set<EndpointName>(["updateMe", "signOut"]);
const closedToImpersonators = new Set<EndpointName>(["exportMe", "exportUser", "exportUsers"]);

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
  const { method, reads = method === "GET" }: Endpoint = endpoints[name];
  const isOpen = openToImpersonators.has(name) || (reads && !closedToImpersonators.has(name));
  if (caller?.actor === "impersonator" && !isOpen)
    throw refusal("impersonation_forbidden", "Not while impersonating");
  const actor = changesUser[name];
  if (actor) assertEditable(actor === "self" ? (caller?.actor ?? actor) : actor, input);
}
