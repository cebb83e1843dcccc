import { refusal } from "@hellojohn/contract";
import { factorsOf } from "../belongings.js";
import type { Handlers } from "../call.js";
import { audit } from "../audit.js";
import { getUser, write } from "../users.js";

export const userFactors: Handlers<"listUserFactors" | "removeUserFactor"> = {
  listUserFactors({ state, params }) {
    return { data: factorsOf(state, getUser(state, params["id"]).id) };
  },

  removeUserFactor(call) {
    const { state, params } = call;
    const user = getUser(state, params["id"]);
    const factor = state.factors.get(params["factorId"] ?? "");
    if (!factor?.confirmed || factor.userId !== user.id)
      throw refusal("factor_not_found", "There is no such factor");
    state.factors.delete(factor.id);
    write(state, user, { mfaEnrolled: factorsOf(state, user.id).length > 0 });
    for (const challenge of state.challenges.values())
      if (challenge.userId === user.id) challenge.triesLeft = 0;
    audit(call, {
      type: "factor.removed",
      resourceId: user.id,
      changedFields: user.mfaEnrolled ? [] : ["mfa_enrolled"],
      metadata: { factor_id: factor.id },
    });
  },
};
