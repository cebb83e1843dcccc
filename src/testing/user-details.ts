import type { UserDetails } from "@hellojohn/contract";
import { factorsOf, membershipsOf } from "./belongings.js";
import type { Operation } from "./call.js";
import type { FakeUser } from "./make-user.js";
import { masked } from "./masking.js";
import { restrictionsOf } from "./restrictions.js";
import { adminView } from "./users.js";

interface Wanted {
  /** Names of parts, with commas between. */
  include?: string | undefined;
  masked?: boolean | undefined;
}

/** The person as an administrator sees her, with the parts that were asked for. */
export function userDetails(call: Operation, user: FakeUser, wanted: Wanted = {}): UserDetails {
  const { state } = call;
  const parts = new Set(wanted.include?.split(","));
  const view: UserDetails = adminView(user);
  if (parts.has("factors")) view.factors = factorsOf(state, user.id);
  if (parts.has("connections")) view.connections = [];
  if (parts.has("organizations")) view.organizations = membershipsOf(state, user.id);
  if (parts.has("restrictions")) view.restrictions = restrictionsOf(call, user);
  return wanted.masked ? masked(view) : view;
}
