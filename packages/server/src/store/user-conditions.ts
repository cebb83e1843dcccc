import { type Fragment, joined, part } from "./fragment.js";
import { hasWord, hasWordByIndex, isInPieces } from "./word-conditions.js";

/** Which users of a tenant; every condition given must hold. */
export interface UserConditions {
  tenantId: string;
  /** Each is looked for in the e-mail address, the name and the id. */
  words?: readonly string[];
  email?: string | undefined;
  status?: string | undefined;
  role?: string | undefined;
  disabled?: boolean | undefined;
  mfaEnrolled?: boolean | undefined;
  emailVerified?: boolean | undefined;
  organizationId?: string | undefined;
  createdAfter?: Date | undefined;
  createdBefore?: Date | undefined;
}

const enabled = ["active", "pending", "unverified"];

const millisecond = 1;

const conditionOf: {
  [Name in Exclude<keyof UserConditions, "words" | "tenantId">]-?: (
    value: NonNullable<UserConditions[Name]>,
    tenantId: string,
  ) => Fragment;
} = {
  email: (email) => part`u.email_lower = ${email.toLowerCase()}`,
  status: (status) => part`u.status = ${status}`,
  // The status has an index, and says the same.
  disabled: (disabled) => part`u.status = any(${disabled ? ["disabled"] : enabled}::text[])`,
  role: (role) => part`u.role = ${role}`,
  mfaEnrolled: (enrolled) => part`u.mfa_enrolled = ${enrolled}`,
  emailVerified: (verified) => part`u.email_verified = ${verified}`,
  organizationId: (id, tenantId) => part`u.id in (select m.user_id from memberships m
    where m.tenant_id = ${tenantId} and m.organization_id = ${id})`,
  createdAfter: (time) => part`u.created_at >= ${time}::timestamptz`,
  // Readers are told milliseconds: who was made within the last one belongs to the span.
  createdBefore: (time) =>
    part`u.created_at < ${new Date(time.getTime() + millisecond)}::timestamptz`,
};

/** What `where` says of the table `users u`, but for the tenant. */
function partsOf(
  { tenantId, words = [], ...others }: UserConditions,
  has: (word: string) => Fragment,
): Fragment[] {
  const make = conditionOf as Record<string, (value: unknown, tenantId: string) => Fragment>;
  const named = Object.entries(others).filter(([, value]) => value !== undefined);
  return [
    ...named.flatMap(([name, value]) => make[name]?.(value, tenantId) ?? []),
    ...words.map(has),
  ];
}

/**
 * `any` leaves the planner the choice to look the tenant up in the GIN index or not: intersecting the list of a tenant of a
 * million with that of a rare word takes ten times as long as the word alone.
 */
const anyOf = (conditions: UserConditions, has: (word: string) => Fragment): Fragment =>
  joined(
    [part`u.tenant_id = any(${[conditions.tenantId]}::text[])`, ...partsOf(conditions, has)],
    " and ",
  );

/** The condition as the planner judges it best. */
export const whereOf = (conditions: UserConditions): Fragment => anyOf(conditions, hasWord);

/** The same, for gathering who matches from the index of words. */
export const whereGathered = (conditions: UserConditions): Fragment =>
  anyOf(conditions, hasWordByIndex);

/** The same, for an index that is followed in its order. */
export const whereInOrder = (conditions: UserConditions): Fragment =>
  joined([part`u.tenant_id = ${conditions.tenantId}`, ...partsOf(conditions, hasWord)], " and ");

const nothing = (others: object) => Object.values(others).every((value) => value === undefined);

/** Whether nothing is asked but the tenant. */
export const isWhole = ({ tenantId: _, words = [], ...others }: UserConditions): boolean =>
  words.length === 0 && nothing(others);

/** Whether one plan suits whatever is looked for, since the planner does not see it. */
export const isUnseen = ({ tenantId: _, words = [], ...others }: UserConditions): boolean =>
  words.length === 1 && words.every(isInPieces) && nothing(others);
