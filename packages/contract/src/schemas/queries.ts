import * as z from "zod/mini";
import { email } from "../checks.js";
import { checked, text, token } from "./inputs.js";

/** What stands in an address is text; these read it as what it means. */
const flagText = z.pipe(
  z.enum(["true", "false"]),
  z.transform((value) => value === "true"),
);
const wholeNumber = z.pipe(
  z.string().check(z.regex(/^\d{1,9}$/, "Send a whole number")),
  z.transform(Number),
);

export const limitUpTo = (most: number) => z.int().check(z.gte(1), z.lte(most));
const limitText = (most: number) => z.optional(z.pipe(wholeNumber, limitUpTo(most)));

export const sort = z.enum(["created_at", "email", "name", "last_sign_in_at"]);
export const direction = z.enum(["asc", "desc"]);

const parts = ["factors", "connections", "organizations", "restrictions"];

/** Parts of the answer, with commas between. */
export const included = z
  .string()
  .check(
    z.refine(
      (list) => list.split(",").every((part) => parts.includes(part)),
      `Ask for ${parts.join(", ")}`,
    ),
  );

/** Longer than an id: it carries the name or address it stands at. */
export const cursor = z.optional(z.string().check(z.minLength(1), z.maxLength(2048)));

const time = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
const searched = z.string().check(z.maxLength(200));
const word = z.string().check(z.minLength(1), z.maxLength(64));

/** The conditions of a list; `flag` reads true and false, which an address spells as text. */
export const filters = <Flag extends z.ZodMiniType>(flag: Flag) => ({
  email: z.optional(checked(text, email)),
  status: z.optional(word),
  role: z.optional(word),
  disabled: z.optional(flag),
  mfa_enrolled: z.optional(flag),
  email_verified: z.optional(flag),
  org: z.optional(token),
  organization_id: z.optional(token),
  created_after: z.optional(time),
  created_before: z.optional(time),
});

const found = {
  ...filters(flagText),
  q: z.optional(searched),
  search: z.optional(searched),
  sort: z.optional(sort),
  order_by: z.optional(sort),
  order: z.optional(direction),
  direction: z.optional(direction),
  masked: z.optional(flagText),
};

/** What an export is written as. */
export const file = {
  format: z.optional(z.enum(["csv", "ndjson"])),
  fields: z.optional(z.string().check(z.maxLength(500))),
};

export const userQuery = z.strictObject({
  ...found,
  limit: limitText(100),
  cursor,
  include: z.optional(included),
});
export const exportUsersQuery = z.strictObject({ ...found, ...file });
export const getUserQuery = z.strictObject({
  include: z.optional(included),
  masked: z.optional(flagText),
});
export const sessionsQuery = z.strictObject({ user_id: token });
export const auditQuery = z.strictObject({
  actor_id: z.optional(token),
  resource_id: z.optional(token),
  type: z.optional(z.string().check(z.maxLength(100))),
  source: z.optional(z.enum(["system", "api"])),
  from: z.optional(time),
  to: z.optional(time),
  limit: limitText(200),
  cursor,
});
export const pageQuery = z.strictObject({
  q: z.optional(searched),
  limit: limitText(100),
  cursor,
});
export const tenantUserQuery = z.strictObject({
  page: z.optional(z.pipe(wholeNumber, z.int().check(z.gte(1), z.lte(1_000_000)))),
  limit: limitText(100),
  search: z.optional(searched),
  role: z.optional(word),
  status: z.optional(word),
  mfa_enrolled: z.optional(flagText),
});
