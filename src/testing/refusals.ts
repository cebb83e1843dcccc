import { endpoints, HelloJohnError, snakeCase } from "@hellojohn/contract";
import type { FakeRequest } from "./answer.js";
import { audit } from "./audit.js";
import type { Operation } from "./call.js";

/** Refusals that an administrator will want to read about. */
const worthKeeping = new Set(["field_not_editable", "impersonation_forbidden"]);

/** Tells the log of a change that someone was not allowed to make. */
export function keepRefusal(operation: Operation, sent: FakeRequest, error: unknown): void {
  if (!HelloJohnError.is(error) || !worthKeeping.has(error.code)) return;
  const { endpoint, params } = sent;
  const own = endpoints[endpoint].bearer === "admin" ? undefined : operation.caller?.user.id;
  audit(operation, {
    type: "user.change_refused",
    resourceId: own ?? params["id"] ?? null,
    reason: error.code,
    changedFields: Object.keys(error.fields).map(snakeCase),
    metadata: { endpoint },
  });
}
