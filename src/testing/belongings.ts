import type { Factor, Membership } from "@hellojohn/contract";
import type { FactorRecord, MembershipRecord } from "./records.js";
import type { State } from "./state.js";

export const factorView = ({ id, createdAt, lastUsedAt }: FactorRecord): Factor => ({
  id,
  type: "totp",
  createdAt,
  lastUsedAt,
});

/** The factors that a person has proven to hold. */
export const factorsOf = (state: State, userId: string): Factor[] =>
  [...state.factors.values()]
    .filter((factor) => factor.confirmed && factor.userId === userId)
    .map(factorView);

export const membershipView = (
  state: State,
  { organizationId, role, createdAt }: MembershipRecord,
): Membership => ({
  organizationId,
  name: state.organizations.get(organizationId)?.name ?? "",
  role,
  createdAt,
});

export const membershipsOf = (state: State, userId: string): Membership[] =>
  state.memberships
    .filter((membership) => membership.userId === userId)
    .map((membership) => membershipView(state, membership));
