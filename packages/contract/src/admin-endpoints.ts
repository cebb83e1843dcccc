import { row } from "./endpoint.js";
import type { UpdateUserInput } from "./rules.js";
import type { AuthConfig, AuthConfigUpdate, Impersonation, ImpersonationInput } from "./shapes.js";
import type { AdminUser } from "./user.js";

/** What an administrator, or a secret key with the scope, may do to others and to the tenant. */
export const adminEndpoints = {
  getUser: row("GET", "admin")<AdminUser>()("/v1/users/:id", "users:read"),
  updateUser: row("PATCH", "admin")<AdminUser, UpdateUserInput>()("/v1/users/:id", "users:write"),
  impersonate: row("POST", "admin")<Impersonation, ImpersonationInput>()(
    "/v1/admin/users/impersonate",
    "users:impersonate",
  ),
  getAuthConfig: row("GET", "admin")<AuthConfig>()(
    "/v2/admin/tenants/:tenantId/auth/config",
    "config:read",
  ),
  updateAuthConfig: row("PATCH", "admin")<AuthConfig, AuthConfigUpdate>()(
    "/v2/admin/tenants/:tenantId/auth/config",
    "config:write",
  ),
};
