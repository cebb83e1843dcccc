import type { Endpoint, Scope } from "@hellojohn/contract";
import { decodeJwt } from "jose";
import type { TestApi } from "../api/test-api.js";
import { makeBearers } from "./matrix.js";

/** A bearer as the administrators' endpoints see it: the code it is refused with, row by row, or nothing. */
export interface Actor {
  token: string | undefined;
  refusedBy(row: Endpoint): string | undefined;
  /** What it may speak of: the first tenant, or another one. */
  tenant: "own" | "other";
  kind: "session" | "key";
  mayAll: boolean;
  /** Who the bearer is, or acts as. */
  self?: string;
}

const scopes: readonly Scope[] = [
  ...(["users:read", "users:write", "users:impersonate", "sessions:read"] as const),
  ...(["sessions:write", "audit:read", "audit:write", "config:read", "config:write"] as const),
];

/** The reading of everything about someone, which is not looking around. */
const closed = ["/v1/admin/users/export", "/v1/admin/users/:id/export"];

/** An access token says whose it is. */
const selfIn = (token: string | undefined): { self?: string } => {
  const { sub } = token?.startsWith("ey") ? decodeJwt(token) : {};
  return sub === undefined ? {} : { self: sub };
};

const always = (code: string) => () => code;

const inAdminsPlace = ({ method, path, reads = method === "GET" }: Endpoint) =>
  reads && !closed.includes(path) ? undefined : "impersonation_forbidden";

const byScope =
  (...held: string[]) =>
  ({ scope }: Endpoint) =>
    !scope || held.includes(scope) || held.includes("*") ? undefined : "insufficient_permissions";

/** Every kind of bearer that may knock at an administrator's door, and the people it may aim at. */
export async function makeActors(api: TestApi) {
  const made = await makeBearers(api);
  const disabled = await api.person("disabled-admin@example.com", { role: "admin" });
  await api.database.sql`update users set disabled = true where id = ${disabled.id}`;
  const key = (token: string | undefined, held: string[], tenant: Actor["tenant"] = "own") => ({
    ...{ token, tenant, kind: "key" as const, mayAll: held.includes("*") },
    refusedBy: byScope(...held),
  });
  const actors: Record<string, Actor> = {
    "a disabled administrator": {
      ...{ token: disabled.token, tenant: "own", kind: "session", mayAll: false },
      ...{ refusedBy: always("account_disabled"), self: disabled.id },
    },
    "a key that may do all": key(api.tenant.sk, ["*"]),
    "a key without scopes": key(await api.tenant.addKey("secret"), []),
    "another tenant's key": key(made.bearers["another tenant's key"]?.token, ["*"], "other"),
  };
  for (const scope of scopes)
    actors[`a key with ${scope}`] = key(await api.tenant.addKey("secret", [scope]), [scope]);
  for (const [name, { token, admin }] of Object.entries(made.bearers)) {
    if (/\bkey\b/.test(name) && !/unknown|publishable/.test(name)) continue;
    actors[name] = {
      ...{ token, kind: "session", mayAll: false },
      tenant: admin === "stranger" ? "other" : "own",
      refusedBy: typeof admin === "object" ? always(admin.code) : () => undefined,
      ...selfIn(token),
    };
    if (name === "someone in an administrator's place") actors[name].refusedBy = inAdminsPlace;
  }
  return { ...made, actors };
}
