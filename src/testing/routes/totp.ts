import { type Factor, refusal } from "@hellojohn/contract";
import { type Handlers, signedIn } from "../call.js";
import type { FactorRecord } from "../state.js";
import { assertCode } from "../totp.js";
import { write } from "../users.js";

export const factorView = ({ id, createdAt, lastUsedAt }: FactorRecord): Factor => ({
  id,
  type: "totp",
  createdAt,
  lastUsedAt,
});

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
    write(state, user, { mfaEnrolled: true });
    return factorView(factor);
  },
};
