import { type Factor, refusal } from "@hellojohn/contract";
import { expireChallenges } from "../../store/challenges.js";
import { deleteFactor, listFactors, lockFactors } from "../../store/factors.js";
import { changeUser } from "../../store/users.js";
import { audit } from "../audit.js";
import type { Call } from "../call.js";
import { factorViewOf } from "../totp.js";
import { lockTarget } from "./change-user.js";
import { readUser } from "./users.js";

/** One that waits to be confirmed protects nothing yet and is not shown. */
export async function listUserFactors(call: Call<"listUserFactors">): Promise<{ data: Factor[] }> {
  const { tenant_id, id } = await readUser(call, call.params.id);
  const owner = { tenantId: tenant_id, userId: id };
  const rows = await listFactors(call.context.database.sql, owner);
  return { data: rows.map(factorViewOf) };
}

/** Takes a factor away from someone who lost it; half-done sign-ins start again. */
export async function removeUserFactor(call: Call<"removeUserFactor">): Promise<void> {
  const { tenant_id: tenantId, id: userId } = await readUser(call, call.params.id);
  const owner = { tenantId, userId };
  return call.transact(async (sql) => {
    // The factors before the user, as whoever confirms or uses one does.
    const confirmed = (await lockFactors(sql, owner)).filter((each) => each.confirmed_at);
    await lockTarget(sql, call, userId);
    const factor = confirmed.find((each) => each.id === call.params.factorId);
    if (!factor) throw refusal("factor_not_found", "This user has no such factor");
    await deleteFactor(sql, factor);
    await expireChallenges(sql, owner, call.now);
    const isLast = confirmed.length === 1;
    if (isLast) await changeUser(sql, { tenantId, id: userId }, { mfa_enrolled: false }, call.now);
    await audit(sql, call, {
      type: "factor.removed",
      resourceId: userId,
      changedFields: isLast ? ["mfa_enrolled"] : [],
      metadata: { factor_id: factor.id, factor_type: factor.type },
    });
  });
}
