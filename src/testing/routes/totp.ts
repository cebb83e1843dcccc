import { refusal } from "@hellojohn/contract";
import { factorView } from "../belongings.js";
import { type Handlers, signedIn } from "../call.js";
import { assertCode } from "../totp.js";
import { change } from "../users.js";

export const totp: Handlers<"enrollTotp" | "confirmTotp"> = {
  enrollTotp(call) {
    const { user } = signedIn(call);
    const { state } = call;
    const id = state.makeId("fct");
    const secret = "JBSWY3DPEHPK3PXP";
    const createdAt = state.clock.date();
    const record = { id, userId: user.id, secret, createdAt, lastUsedAt: null, confirmed: false };
    state.factors.set(id, record);
    const label = encodeURIComponent(`HelloJohn:${user.email}`);
    const otpauthUri = `otpauth://totp/${label}?secret=${secret}&issuer=HelloJohn`;
    return { factorId: id, secret, otpauthUri };
  },

  confirmTotp(call) {
    const { user } = signedIn(call);
    const { state } = call;
    const factor = state.factors.get(call.body.factorId);
    if (!factor || factor.userId !== user.id || factor.confirmed)
      throw refusal("factor_not_found", "There is no such factor");
    assertCode(call.body.code);
    factor.confirmed = true;
    factor.lastUsedAt = state.clock.date();
    change(call, user, { mfaEnrolled: true }, "user.mfa_enrolled");
    return factorView(factor);
  },
};
