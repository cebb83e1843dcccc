import type * as z from "zod/mini";
import type { AnySpelling, Optional } from "./rules.js";
import type * as organization from "./schemas/organization.js";
import type { FromWire } from "./wire.js";

type Read<Schema extends z.ZodMiniType> = FromWire<z.infer<Schema>>;

/** A group of users within the tenant. */
export interface Organization extends Read<typeof organization.organizationWire> {}

export interface OrganizationPage extends Read<typeof organization.organizationPageWire> {}

/** A user's place in an organization; its role is not the tenant-wide one. */
export interface Membership extends Read<typeof organization.membershipWire> {}

/** `role` is `member` unless said. */
export type MembershipInput = AnySpelling<{ userId: string; role?: string }>;

/** A page by name; `q` matches it. */
export type PageQuery = AnySpelling<Optional<{ q: string; limit: number; cursor: string }>>;
