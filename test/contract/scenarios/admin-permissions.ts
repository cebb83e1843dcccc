import { type Endpoint, type EndpointName, endpoints, type Scope } from "@hellojohn/contract";
import { expect } from "vitest";
import { asAdmin, make } from "../cast.js";
import type { Json, Scenario } from "../stage.js";

const ofAdmins = Object.entries<Endpoint>(endpoints).filter(([, { bearer }]) => bearer === "admin");
const namesFor = (...scopes: (Scope | undefined)[]) =>
  ofAdmins.filter(([, row]) => scopes.includes(row.scope)).map(([name]) => name);

export const adminPermissions: readonly Scenario[] = [
  [
    "a key is told what it may call",
    async ({ call, target }) => {
      const token = await target.keyWith(["users:read", "audit:read"]);

      const few = await call("getPermissions", { token });
      const all = await call("getPermissions");

      expect(few.body).toMatchObject({
        actor_type: "api_key",
        tenant: { id: target.tenantId },
        scopes: ["users:read", "audit:read"],
        operations: namesFor(undefined, "users:read", "audit:read"),
      });
      expect(all.body).toMatchObject({
        scopes: ["*"],
        operations: ofAdmins.map(([name]) => name),
      });
    },
  ],
  [
    "an administrator is told by her session, and a member is told nothing",
    async (stage) => {
      const member = await stage.person();
      await asAdmin(stage, async ({ id, token }) => {
        expect((await stage.call("getPermissions", { token })).body).toMatchObject({
          actor_type: "user",
          actor_id: id,
          scopes: ["*"],
        });
      });
      expect(await stage.call("getPermissions", { token: member.token })).toMatchObject({
        status: 403,
        code: "insufficient_permissions",
      });
    },
  ],
  [
    "a key calls what its scopes say, and nothing else",
    async (stage) => {
      const { call, target } = stage;
      const { id } = await make(stage);
      const other: Record<string, Scope> = { "users:read": "config:read" };
      for (const [name, { scope }] of ofAdmins) {
        if (!scope) continue;
        const token = await target.keyWith([other[scope] ?? "users:read"]);

        const refused = await call(name as EndpointName, {
          token,
          params: { id, factorId: "fct_none", userId: id, email: "ada@example.com" },
        });

        expect(refused, name).toMatchObject({ status: 403, code: "insufficient_permissions" });
      }
      const key = await target.keyWith(["users:read"]);
      expect(await call("getUser", { token: key, params: { id } })).toMatchObject({ status: 200 });
    },
  ],
  [
    "an app's own key and one of another tenant open nothing",
    async ({ call, target }) => {
      expect(await call("listUsers", { token: target.publishableKey })).toMatchObject({
        status: 401,
        code: "invalid_api_key",
      });
      expect(await call("listUsers", { headers: { "X-Tenant-ID": "tnt_other" } })).toMatchObject({
        status: 403,
        code: "tenant_mismatch",
      });
      const headers = { "X-Tenant-ID": target.tenantId };
      expect(await call("listUsers", { headers })).toMatchObject({ status: 200 });
    },
  ],
  [
    "who acts as a member may not act as an administrator",
    async ({ person, call }) => {
      const { id } = await person();
      const { body } = await call("impersonate", { body: { user_id: id, reason: "Help" } });
      const token = String(body["access_token"]);

      for (const name of ["listUsers", "getPermissions", "createUser"] as const)
        expect(await call(name, { token })).toMatchObject({
          status: 403,
          code: "insufficient_permissions",
        });
    },
  ],
  [
    "who acts as an administrator is told what she may do in that place, and no more",
    async (stage) => {
      await asAdmin(stage, async ({ id }) => {
        const given = { user_id: id, reason: "Help" };
        const token = String(
          (await stage.call("impersonate", { body: given })).body["access_token"],
        );

        const { body } = await stage.call("getPermissions", { token });

        const params = { id: "usr_none", email: "nobody@example.com" };
        const open = [];
        for (const [name, { method }] of ofAdmins) {
          const sent = method === "GET" ? {} : { body: {} };
          const { code } = await stage.call(name as EndpointName, { token, params, ...sent });
          if (code !== "impersonation_forbidden") open.push(name);
        }
        expect(body).toMatchObject({ operations: open, actor_id: id });
        expect(body["scopes"]).toEqual([
          ...["users:read", "sessions:read", "audit:read", "config:read"],
        ]);
      });
    },
  ],
  [
    "who acts as an administrator reads, and changes nothing",
    async (stage) => {
      await asAdmin(stage, async ({ id }) => {
        const { body } = await stage.call("impersonate", {
          body: { user_id: id, reason: "Help" },
        });
        const token = String(body["access_token"]);
        const call = (name: EndpointName, sent: Json = {}) =>
          stage.call(name, { token, params: { id }, body: sent });
        const forbidden = { status: 403, code: "impersonation_forbidden" };

        expect(await stage.call("getUser", { token, params: { id } })).toMatchObject({
          status: 200,
        });
        expect(await stage.call("searchUsers", { token })).toMatchObject({ status: 200 });
        expect(await stage.call("exportUsers", { token })).toMatchObject(forbidden);
        expect(await stage.call("exportFoundUsers", { token })).toMatchObject(forbidden);
        expect(await stage.call("exportUser", { token, params: { id } })).toMatchObject(forbidden);
        for (const name of ["createUser", "disableUser", "revealUser", "impersonate"] as const)
          expect(await call(name)).toMatchObject(forbidden);
      });
    },
  ],
];
