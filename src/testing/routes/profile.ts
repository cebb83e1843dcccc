import { refusal, refusedMetadataKeys } from "@hellojohn/contract";
import { type Caller, type Handlers, signedIn } from "../call.js";
import { sendMail, sendVerification } from "../mail.js";
import { assertPassword } from "../passwords.js";
import type { State } from "../state.js";
import { assertMyVersion } from "../versions.js";
import { profileChanges } from "../profile-changes.js";
import { assertDomain, assertFree, change, meView, mergeMetadata } from "../users.js";

/** For what a found, open browser must not do. */
export function assertRecent(
  state: State,
  { user, session }: Caller,
  password: string | undefined,
) {
  if (password !== undefined) return assertPassword(user, password);
  const age = state.clock.now() - session.provenAt;
  if (age >= state.config.sessionConfig.reauthenticationMaxAge * 1000)
    throw refusal("reauthentication_required", "Send current_password along with the new address");
}

export const profile: Handlers<"getMe" | "updateMe" | "updateMyMetadata"> = {
  getMe(call) {
    const { user, actor } = signedIn(call);
    return meView(call.state, user, actor);
  },

  updateMe(call) {
    const caller = signedIn(call);
    const { state } = call;
    const { user, actor } = caller;
    const { currentPassword, email, ...given } = call.body;
    const isNew = email !== undefined && email.toLowerCase() !== user.email.toLowerCase();
    if (isNew || currentPassword !== undefined) assertRecent(state, caller, currentPassword);
    assertMyVersion(call);
    if (isNew) assertDomain(state, email);
    if (isNew) assertFree(state, email, user.id);
    const respelled = email !== undefined && email !== user.email;
    const address = isNew ? { pendingEmail: email } : respelled ? { email } : {};
    const changes = profileChanges(given);
    if (Object.keys({ ...changes, ...address }).length === 0) return meView(state, user, actor);
    change(call, user, { ...changes, ...address });
    if (isNew) {
      sendVerification(state, user, email);
      sendMail(state, user.email, "Your email address is about to change", `To ${email}.`);
    }
    return meView(state, user, actor);
  },

  updateMyMetadata(call) {
    const { user, actor } = signedIn(call);
    const { state } = call;
    const patch = call.body.publicMetadata;
    const refused = refusedMetadataKeys(meView(state, user, actor).editable, patch);
    if (refused.length > 0)
      throw refusal("field_not_editable", `Not yours to edit: ${refused.join(", ")}`, {
        fields: Object.fromEntries(
          refused.map((key) => [
            `publicMetadata.${key}`,
            [{ code: "key_not_editable", message: "Your organisation does not let you edit this" }],
          ]),
        ),
      });
    assertMyVersion(call);
    change(call, user, { publicMetadata: mergeMetadata(user, "publicMetadata", patch) });
    return meView(state, user, actor);
  },
};
