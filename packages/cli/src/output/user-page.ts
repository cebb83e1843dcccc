import type { UserDetails } from "@hellojohn/node";
import { printable } from "./printable.js";
import { ago, minute } from "./times.js";
import { padTo } from "./width.js";

type Lines = [label: string, value: string][];

const when = (time: Date | null): string => (time ? `${minute(time)} (${ago(time)})` : "never");

const bagOf = (bag: Record<string, unknown>): string =>
  Object.keys(bag).length > 0 ? JSON.stringify(bag) : "none";

const proof = (isProven: boolean): string => (isProven ? "verified" : "not verified");

/** One line for each, the label on the first. */
const listed = (label: string, values: string[] = []): Lines =>
  values.length === 0
    ? [[label, "none"]]
    : values.map((value, at): [string, string] => [at === 0 ? label : "", value]);

function linesOf(user: UserDetails): Lines {
  const { factors, connections, organizations } = user;
  return [
    ["ID", user.id],
    ["Email", `${user.email} (${proof(user.emailVerified)})`],
    ...(user.pendingEmail
      ? [["", `${user.pendingEmail} waits for proof`] as [string, string]]
      : []),
    ["Name", user.name ?? "none"],
    ["First name", user.firstName ?? "none"],
    ["Last name", user.lastName ?? "none"],
    ["Phone", user.phoneNumber ? `${user.phoneNumber} (${proof(user.phoneVerified)})` : "none"],
    ["Role", user.role],
    ["Status", user.status],
    ["Created", when(user.createdAt)],
    ["Updated", when(user.updatedAt)],
    ["Last sign-in", when(user.lastSignInAt)],
    ["Version", String(user.version)],
    ...listed(
      "MFA factors",
      factors?.map(({ id, type, lastUsedAt }) => `${type} ${id}, last used ${when(lastUsedAt)}`),
    ),
    ...listed(
      "OAuth connections",
      connections?.map(({ id, provider, createdAt }) => `${provider} ${id}, ${when(createdAt)}`),
    ),
    ...listed(
      "Organizations",
      organizations?.map(({ organizationId, name, role }) => `${name} ${organizationId}, ${role}`),
    ),
    ["Public metadata", bagOf(user.publicMetadata)],
    ["Private metadata", bagOf(user.privateMetadata)],
  ];
}

/** Everything about one user, for people. */
export const userPage = (user: UserDetails): string[] =>
  linesOf(user).map(([label, value]) => `${padTo(label, 20)}${printable(value)}\n`);
