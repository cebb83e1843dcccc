import { type Organization, type OrganizationPage, refusal } from "@hellojohn/contract";
import { audit } from "../audit.js";
import { membershipView } from "../belongings.js";
import type { Call, Handlers, Operation } from "../call.js";
import { openCursor, sealCursor } from "../cursor.js";
import { getUser } from "../users.js";

function getOrganization({ state }: Operation, id = ""): Organization {
  const organization = state.organizations.get(id);
  if (!organization) throw refusal("not_found", "There is no such organization");
  return organization;
}

const keyOf = ({ name, id }: Organization) => `${name.toLowerCase()}\n${id}`;

function list({ state, query }: Call<"listOrganizations">): OrganizationPage {
  const { q = "", limit = 20, cursor } = query;
  const looked = q.trim().toLowerCase();
  const subject = ["organizations", state.tenantId, looked];
  const last = cursor === undefined ? "" : openCursor<string>(subject, cursor);
  const rest = [...state.organizations.values()]
    .filter((each) => each.name.toLowerCase().includes(looked) && keyOf(each) > last)
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const data = rest.slice(0, limit);
  const end = rest.length > limit ? data.at(-1) : undefined;
  const nextCursor = end ? sealCursor(subject, keyOf(end)) : null;
  return { data, pagination: { limit, hasMore: end !== undefined, nextCursor } };
}

export const organizations: Handlers<
  "listOrganizations" | "createOrganization" | "addMember" | "removeMember"
> = {
  listOrganizations: list,

  createOrganization(call) {
    const { state, body } = call;
    const createdAt = state.clock.date();
    const organization = { id: state.makeId("org"), name: body.name, createdAt };
    state.organizations.set(organization.id, organization);
    audit(call, { type: "organization.created", resourceId: organization.id });
    return organization;
  },

  addMember(call) {
    const { state, body } = call;
    const organizationId = getOrganization(call, call.params["id"]).id;
    const userId = getUser(state, body.userId).id;
    const held = state.memberships.find(
      (each) => each.organizationId === organizationId && each.userId === userId,
    );
    const role = body.role ?? held?.role ?? "member";
    const metadata = {
      ...{ organization_id: organizationId, role },
      ...(held && { previous_role: held.role }),
    };
    if (held?.role === role) return membershipView(state, held);
    const type = held ? "membership.changed" : "membership.added";
    audit(call, { type, resourceId: userId, metadata });
    if (held) return membershipView(state, Object.assign(held, { role }));
    const membership = { organizationId, userId, role, createdAt: state.clock.date() };
    state.memberships.push(membership);
    return membershipView(state, membership);
  },

  removeMember(call) {
    const { state, params } = call;
    const organizationId = getOrganization(call, params["id"]).id;
    const userId = getUser(state, params["userId"]).id;
    const at = state.memberships.findIndex(
      (each) => each.organizationId === organizationId && each.userId === userId,
    );
    if (at < 0) throw refusal("not_found", "She is no member of this organization");
    state.memberships.splice(at, 1);
    const metadata = { organization_id: organizationId };
    audit(call, { type: "membership.removed", resourceId: userId, metadata });
  },
};
