import {
  assertEditable,
  type Endpoint,
  type EndpointName,
  endpoints,
  refusal,
} from "@hellojohn/contract";
import type { Caller } from "../services/call.js";

/** What someone in another person's place may do besides reading. */
const openToImpersonation: ReadonlySet<EndpointName> = new Set(["updateMe", "signOut"]);

/** Reading all of it at once is not looking around. */
const closedToImpersonation: ReadonlySet<EndpointName> = new Set([
  "exportMe",
  "exportUser",
  "exportUsers",
]);

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
  if (!isImpersonator(caller) || openToImpersonation.has(name)) return;
  const { method, reads = method === "GET" }: Endpoint = endpoints[name];
  if (reads && !closedToImpersonation.has(name)) return;
  throw refusal("impersonation_forbidden", "Not while impersonating");
}

/** Refuses fields that are not this actor's to edit, before any value is looked at. */
export function assertFields(name: EndpointName, caller: Caller, body: object): void {
  if (changesOthers.has(name)) assertEditable("admin", body);
  if (changesOneself.has(name))
    assertEditable(isImpersonator(caller) ? "impersonator" : "self", body);
}
