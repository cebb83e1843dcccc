import { row } from "./endpoint.js";
import type {
  CreateTenantUserInput,
  PasswordResetDone,
  PasswordResetInput,
  TenantUser,
  TenantUserPage,
  TenantUserQuery,
  UpdateTenantUserInput,
} from "./tenant-users.js";

const get = row("GET", "admin");

const users = "/v2/admin/tenants/:tenantId/users";

/** The v2 dialect: users by numbered page, with a list of roles. The same services answer as in v1. */
export const tenantEndpoints = {
  listTenantUsers: get<TenantUserPage, undefined, TenantUserQuery>()(users, "users:read"),
  getTenantUser: get<TenantUser>()(`${users}/:id`, "users:read"),
  getTenantUserByEmail: get<TenantUser>()(`${users}/email/:email`, "users:read"),
  createTenantUser: row("POST", "admin")<TenantUser, CreateTenantUserInput>()(users, "users:write"),
  updateTenantUser: row("PATCH", "admin")<TenantUser, UpdateTenantUserInput>()(
    `${users}/:id`,
    "users:write",
  ),
  deleteTenantUser: row("DELETE", "admin")<void>()(`${users}/:id`, "users:write"),
  resetTenantUserPassword: row("POST", "admin")<PasswordResetDone, PasswordResetInput>()(
    `${users}/:id/password-reset`,
    "users:write",
  ),
};
