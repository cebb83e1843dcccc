import { audit } from "../audit.js";
import { type Handlers, signedIn } from "../call.js";
import { assertPassword } from "../passwords.js";
import { removeUser } from "../people.js";
import { assertUnrestricted } from "../restrictions.js";
import { assertMyVersion } from "../versions.js";
import { meView } from "../users.js";
import { belongingsOf } from "./export-user.js";

export const account: Handlers<"exportMe" | "deleteMe"> = {
  exportMe(call) {
    const { user, session, actor } = signedIn(call);
    const { state } = call;
    audit(call, { type: "user.exported", resourceId: user.id });
    return { ...belongingsOf(state, user.id, session.id), user: meView(state, user, actor) };
  },

  deleteMe(call) {
    const { user } = signedIn(call);
    assertPassword(user, call.body.currentPassword);
    assertMyVersion(call);
    assertUnrestricted(call, "delete", user);
    removeUser(call, user);
  },
};
