import { refusal } from "@hellojohn/contract";
import { factorsOf } from "../belongings.js";
import type { Handlers } from "../call.js";
import { audit } from "../audit.js";
import { targetOf } from "../change-user.js";
import { expireChallenges } from "../totp.js";
import { getUser, write } from "../users.js";

export const userFactors: Handlers<"listUserFactors" | "removeUserFactor"> = {
  listUserFactors({ state, params }) {
    return { data: factorsOf(state, getUser(state, params["id"]).id) };
  },

  removeUserFactor(call) {
    const { state, params } = call;
    const user = targetOf(call);
    const factor = state.factors.get(params["factorId"] ?? "");
    if (!factor?.confirmed || factor.userId !== user.id)
      throw refusal("factor_not_found", "There is no such factor");
    state.factors.delete(factor.id);
    expireChallenges(state, user.id);
    const isLast = factorsOf(state, user.id).length === 0;
    audit(call, {
      type: "factor.removed",
      resourceId: user.id,
      changedFields: isLast ? write(state, user, { mfaEnrolled: false }) : [],
      metadata: { factor_id: factor.id, factor_type: "totp" },
    });
  },
};
