import { refuseFields, toWire, type UserDetails } from "@hellojohn/contract";
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

const refuse = (code: string, message: string) =>
  refuseFields({ organizationId: [{ code, message }] });

function join(call: Call<"createUser">, user: FakeUser): void {
  const { organizationId, organizationRole: role = "member" } = call.body;
  if (organizationId === undefined) return;
  const { state } = call;
  state.memberships.push({ organizationId, userId: user.id, role, createdAt: state.clock.date() });
  const metadata = { organization_id: organizationId, role };
  audit(call, { type: "membership.added", resourceId: user.id, metadata });
}

/** A door that is shut is not shown: whoever is disabled gets no mail. */
function greet(state: State, user: FakeUser, { sendWelcomeEmail }: Body): void {
  if (user.disabled) return;
  if (user.password === "") sendInvitation(state, user);
  else if (sendWelcomeEmail)
    sendMail(state, user.email, "Welcome", "An account was made for you.", [state.appUrl]);
}

function assertOrganization(state: State, { organizationId }: Body): void {
  if (organizationId === undefined || state.organizations.has(organizationId)) return;
  throw refuse("not_found", "There is no such organization");
}

/** A new person; without a password she is invited to choose one. */
export function createUser(call: Call<"createUser">): UserDetails {
  const { state, body } = call;
  const { email, password, role = "member", emailVerified = false, disabled = false } = body;
  if (body.organizationRole !== undefined && body.organizationId === undefined)
    throw refuse("required", "Say in which organization");
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
  const { organizationId: _, organizationRole: __, sendWelcomeEmail: ___, ...written } = body;
  const changedFields = Object.keys(toWire(written) as object);
  audit(call, { type: "user.created", resourceId: user.id, changedFields });
  join(call, user);
  greet(state, user, body);
  return userDetails(call, user);
}
