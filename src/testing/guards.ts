import { assertEditable, type EndpointName, refusal, refuseFields } from "@hellojohn/contract";
import type { Caller } from "./call.js";
import type { State } from "./state.js";
import { getUser, adminView, meView } from "./users.js";

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

const versioned = new Set<EndpointName>([
  "updateMe",
  "updateMyMetadata",
  "cancelEmail",
  "deleteMe",
  "updateUser",
]);

function parseIfMatch(header: string | null): string[] | undefined {
  if (header === null || header.trim() === "*") return undefined;
  const tags = header.split(",").map((tag) => tag.trim());
  if (!tags.every((tag) => /^(?:W\/)?"[^"\s]{0,64}"$/.test(tag)))
    throw refuseFields({
      ifMatch: [{ code: "invalid_format", message: 'Write the version as "7"' }],
    });
  return tags;
}

/** Refuses a change that is based on a version that is no longer the current one. */
export function assertVersion(
  name: EndpointName,
  state: State,
  who: { caller: Caller | undefined; params: Readonly<Record<string, string>> },
  ifMatch: string | null,
): void {
  const versions = parseIfMatch(ifMatch);
  if (!versions || !versioned.has(name)) return;
  const other = name === "updateUser" ? getUser(state, who.params["id"] ?? "") : undefined;
  const user = other ?? who.caller?.user;
  if (!user || versions.includes(`"${user.version}"`)) return;
  const current = other ? adminView(other) : meView(state, user, who.caller?.actor ?? "self");
  throw refusal("version_conflict", "Someone changed this in the meantime", { current });
}
