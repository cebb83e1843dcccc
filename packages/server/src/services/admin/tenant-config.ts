import {
  type AuthConfig,
  defaultPasswordPolicy,
  refusal,
  refuseFields,
  toWire,
} from "@hellojohn/contract";
import { changeTenantConfig } from "../../store/tenants.js";
import { audit } from "../audit.js";
import { authConfigOf } from "../auth-config.js";
import { type Call, type Operation, type Tenant, tenantOf } from "../call.js";

/** The tenant in the path; another one is as good as none. */
export function tenantIn(call: Operation & { params: { tenantId: string } }): Tenant {
  const tenant = tenantOf(call);
  if (call.params.tenantId !== tenant.id)
    throw refusal("tenant_not_found", "There is no such tenant");
  return tenant;
}

export async function getAuthConfig(call: Call<"getAuthConfig">): Promise<AuthConfig> {
  return tenantIn(call).config;
}

/** A tenant may ask more of a password than HelloJohn does, not less. */
function assertPolicy({ passwordPolicy: { minLength, maxLength } }: AuthConfig): void {
  const { minLength: least, maxLength: most } = defaultPasswordPolicy;
  if (minLength < least || minLength > maxLength || maxLength > most)
    throw refuseFields({
      passwordPolicy: [
        {
          code: "invalid_range",
          message: `Lengths go from ${least} to ${most}, the smaller one first`,
        },
      ],
    });
}

export async function updateAuthConfig(call: Call<"updateAuthConfig">): Promise<AuthConfig> {
  const tenant = tenantIn(call);
  return call.transact(async (sql) => {
    const stored = await changeTenantConfig(sql, tenant.id, toWire(call.body));
    const config = authConfigOf(stored);
    assertPolicy(config);
    await audit(sql, call, {
      type: "tenant.auth_config_updated",
      resourceId: tenant.id,
      changedFields: Object.keys(toWire(call.body) as object),
    });
    return config;
  });
}
