import type * as z from "zod/mini";
import type { AnySpelling, Optional, UpdateUserInput } from "./rules.js";
import type * as users from "./schemas/tenant-users.js";
import type { CreateUserInput } from "./users.js";
import type { FromWire } from "./wire.js";

type Read<Schema extends z.ZodMiniType> = FromWire<z.infer<Schema>>;

/** A user in the v2 dialect: her one role is a list. */
export interface TenantUser extends Read<typeof users.tenantUserWire> {}

export interface TenantUserPage extends Read<typeof users.tenantUserPageWire> {}

/** `page` counts from 1; `limit` is 20 unless said, at most 100. */
export type TenantUserQuery = AnySpelling<
  Optional<{
    page?: number;
    limit?: number;
    search?: string;
    role?: string;
    status?: string;
    mfaEnrolled?: boolean;
  }>
>;

/** `roles` holds one role. */
export type CreateTenantUserInput = Omit<CreateUserInput, "role"> & { roles?: string[] };
export type UpdateTenantUserInput = Omit<UpdateUserInput, "role"> & { roles?: string[] };

/** A mail with a link unless `sendEmail` is false; `temporaryPassword` is set at once. */
export type PasswordResetInput = AnySpelling<{
  sendEmail?: boolean;
  temporaryPassword?: string | null;
}>;

export interface PasswordResetDone extends Read<typeof users.passwordResetDoneWire> {}
