import { assertEditable, type EndpointName, refusal } from "@hellojohn/contract";
import type { Caller } from "./call.js";

/** What someone who acts as another may call. */
const openToImpersonators = new Set<EndpointName>([
  "getMe",
  "updateMe",
  "listMySessions",
  "signOut",
]);

/** What may be refused before any value is looked at. */
export function assertMayCall(name: EndpointName, caller: Caller | undefined, input: object): void {
  if (caller?.actor === "impersonator" && !openToImpersonators.has(name))
    throw refusal("impersonation_forbidden", "Not while impersonating");
  if (name === "updateMe" || name === "updateMyMetadata")
    assertEditable(caller?.actor ?? "self", input);
  if (name === "updateUser") assertEditable("admin", input);
}
