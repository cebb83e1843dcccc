import type * as z from "zod/mini";
import type { adminUserWire, editableWire, meWire, userWire } from "./schemas/user.js";
import type { userDetailsWire } from "./schemas/users.js";
import type { FromWire } from "./wire.js";

export type { Role, UserStatus } from "./schemas/user.js";

type Read<Schema extends z.ZodMiniType> = FromWire<z.infer<Schema>>;

/** A person of the tenant, as she sees herself. */
export interface User extends Read<typeof userWire> {}

/** A person of the tenant, as an administrator or a secret key sees her. */
export interface AdminUser extends Read<typeof adminUserWire> {}

/** The same with what `include` asked for. `restrictions` tells by action why it is refused for this user. */
export interface UserDetails extends Read<typeof userDetailsWire> {}

/** What the asking actor may edit; `refused` holds a reason code for every other field. */
export interface Editable extends Read<typeof editableWire> {}

/** The signed-in person and what she may edit of herself. */
export interface Me extends Read<typeof meWire> {}
