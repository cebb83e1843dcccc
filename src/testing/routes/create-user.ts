import { refuseFields, type UserDetails } from "@hellojohn/contract";
import { audit } from "../audit.js";
import type { Call } from "../call.js";
import { sendInvitation, sendMail } from "../mail.js";
import { type FakeUser, makeUser } from "../make-user.js";
import { metadataChanges } from "../metadata-changes.js";
import { assertStrong } from "../passwords.js";
import { addUser } from "../people.js";
import { profileChanges } from "../profile-changes.js";
import type { State } from "../state.js";
import { userDetails } from "../user-details.js";
import { assertFree } from "../users.js";

type Body = Call<"createUser">["body"];

function join(state: State, user: FakeUser, { organizationId, organizationRole }: Body): void {
  if (organizationId === undefined) return;
  const role = organizationRole ?? "member";
  const createdAt = state.clock.date();
  state.memberships.push({ organizationId, userId: user.id, role, createdAt });
}

function assertOrganization(state: State, { organizationId }: Body): void {
  if (organizationId === undefined || state.organizations.has(organizationId)) return;
  const reason = { code: "not_found", message: "There is no such organization" };
  throw refuseFields({ organizationId: [reason] });
}

/** A new person; without a password she is invited to choose one. */
export function createUser(call: Call<"createUser">): UserDetails {
  const { state, body } = call;
  const { email, password, role = "member", emailVerified = false, disabled = false } = body;
  if (password !== undefined) assertStrong(state, password, "password");
  assertFree(state, email);
  assertOrganization(state, body);
  const nothing = { publicMetadata: {}, privateMetadata: {} };
  const user = makeUser({
    ...nothing,
    firstName: null,
    lastName: null,
    ...profileChanges(body),
    ...metadataChanges(body, nothing),
    ...{ email, emailVerified, role, disabled, password: password ?? "" },
    id: state.makeId("usr"),
    tenantId: state.tenantId,
    createdAt: state.clock.date(),
  });
  addUser(state, user);
  join(state, user, body);
  audit(call, { type: "user.created", resourceId: user.id });
  if (password === undefined) sendInvitation(state, user);
  else if (body.sendWelcomeEmail) sendMail(state, email, "Welcome", "An account was made for you.");
  return userDetails(call, user);
}
