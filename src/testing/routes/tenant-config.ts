import {
  type AuthConfigUpdate,
  defaultPasswordPolicy,
  type PasswordPolicy,
  refuseFields,
  refusal,
  toWire,
} from "@hellojohn/contract";
import { audit } from "../audit.js";
import type { Call, Handlers } from "../call.js";
import type { State } from "../state.js";

/** Refuses another tenant, which is as good as none. */
export function assertTenant({ state, params }: Pick<Call, "state" | "params">): void {
  if (params["tenantId"] !== state.tenantId)
    throw refusal("tenant_not_found", "There is no such tenant");
}

/** A tenant may ask more of a password than HelloJohn does, not less. */
function assertPolicy({ minLength, maxLength }: PasswordPolicy): void {
  const { minLength: least, maxLength: most } = defaultPasswordPolicy;
  if (minLength >= least && minLength <= maxLength && maxLength <= most) return;
  const message = `Lengths go from ${least} to ${most}, the smaller one first`;
  throw refuseFields({ passwordPolicy: [{ code: "invalid_range", message }] });
}

/** Changes the settings that are given. */
export function changeConfig(state: State, changes: AuthConfigUpdate): void {
  const passwordPolicy = { ...state.config.passwordPolicy, ...changes.passwordPolicy };
  const sessionConfig = { ...state.config.sessionConfig, ...changes.sessionConfig };
  assertPolicy(passwordPolicy);
  state.config = { ...state.config, ...changes, passwordPolicy, sessionConfig };
}

export const tenantConfig: Handlers<"getAuthConfig" | "updateAuthConfig"> = {
  getAuthConfig(call) {
    assertTenant(call);
    return call.state.config;
  },

  updateAuthConfig(call) {
    assertTenant(call);
    const { state, body } = call;
    changeConfig(state, body);
    audit(call, {
      type: "tenant.auth_config_updated",
      resourceId: state.tenantId,
      changedFields: Object.keys(toWire(body) as object),
    });
    return state.config;
  },
};
