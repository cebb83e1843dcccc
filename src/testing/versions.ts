import { refusal, refuseFields } from "@hellojohn/contract";
import { type Call, signedIn } from "./call.js";
import type { FakeUser } from "./make-user.js";
import { meView } from "./users.js";

/** The versions a change may be based on; nothing when any will do. */
export function parseIfMatch(header: string | null): string[] | undefined {
  if (header === null || header.trim() === "*") return undefined;
  const tags = header.split(",").map((tag) => tag.trim());
  if (!tags.every((tag) => /^(?:W\/)?"[^"\s]{0,64}"$/.test(tag)))
    throw refuseFields({
      ifMatch: [{ code: "invalid_format", message: 'Write the version as "7"' }],
    });
  return tags;
}

type Versioned = Pick<Call, "versions" | "state" | "caller">;

/** Refuses a change of someone that is based on a version that is no longer the current one. */
export function assertVersion({ versions }: Versioned, user: FakeUser, view: () => unknown): void {
  if (!versions || versions.includes(`"${user.version}"`)) return;
  throw refusal("version_conflict", "Someone changed this in the meantime", { current: view() });
}

/** The same for the signed-in person. */
export function assertMyVersion(call: Versioned): void {
  const { user, actor } = signedIn(call);
  assertVersion(call, user, () => meView(call.state, user, actor));
}
