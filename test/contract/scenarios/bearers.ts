import { type EndpointName, endpoints } from "@hellojohn/contract";
import { expect } from "vitest";
import { advance, type Scenario } from "../stage.js";

const own = (Object.keys(endpoints) as EndpointName[]).filter(
  (name) => endpoints[name].bearer === "session",
);
const params = { id: "ses_none", tenantId: "tnt_none" };

export const bearers: readonly Scenario[] = [
  [
    "every call of a person's own needs her token",
    async ({ call, target }) => {
      for (const name of own) {
        expect(await call(name, { params })).toMatchObject({ status: 401, code: "missing_token" });
        for (const token of ["nonsense", "a.b.c", target.secretKey, target.publishableKey])
          expect(await call(name, { params, token })).toMatchObject({
            status: 401,
            code: "invalid_token",
          });
      }
    },
  ],
  [
    "an access token lasts fifteen minutes",
    async ({ person, call }) => {
      const { token, refreshToken } = await person();
      advance(901_000);

      expect(await call("getMe", { token })).toMatchObject({ status: 401, code: "token_expired" });
      expect(await call("refresh", { body: { refresh_token: refreshToken } })).toMatchObject({
        status: 200,
      });
    },
  ],
  [
    "a token that someone has touched is no token",
    async ({ person, call }) => {
      const { token } = await person();
      const [header = "", payload = "", signature = ""] = token.split(".");
      const claims = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as object;
      const forged = btoa(JSON.stringify({ ...claims, role: "admin" })).replaceAll("=", "");

      const refused = await call("getMe", { token: `${header}.${forged}.${signature}` });

      expect(refused).toMatchObject({ status: 401, code: "invalid_token" });
    },
  ],
  [
    "a token names its person, session and tenant",
    async ({ person, call, target }) => {
      const { token, id, sessionId, email } = await person();
      const [, payload = ""] = token.split(".");

      const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
      await call("getMe", { token });

      expect(claims).toMatchObject({
        sub: id,
        session_id: sessionId,
        tenant_id: target.tenantId,
        role: "member",
        email,
        email_verified: expect.any(Boolean),
        public_metadata: {},
        iat: expect.any(Number),
        exp: expect.any(Number),
        iss: expect.any(String),
        aud: expect.anything(),
      });
      expect(claims).not.toHaveProperty("act");
    },
  ],
  [
    "the tenant is the token's, whatever the header says",
    async ({ person, call, target }) => {
      const { token } = await person();
      const ask = (tenant: string) => call("getMe", { token, headers: { "X-Tenant-ID": tenant } });

      expect(await ask(target.tenantId)).toMatchObject({ status: 200 });
      expect(await ask("tnt_other")).toMatchObject({ status: 403, code: "tenant_mismatch" });
    },
  ],
  [
    "a disabled person whose sessions were spared keeps them until their tokens end",
    async ({ person, call }) => {
      const { token, id, refreshToken } = await person();
      await call("updateUser", {
        params: { id },
        body: { disabled: true, revoke_sessions: false },
      });

      expect(await call("getMe", { token })).toMatchObject({ body: { status: "disabled" } });
      expect(await call("refresh", { body: { refresh_token: refreshToken } })).toMatchObject({
        status: 403,
        code: "account_disabled",
      });
    },
  ],
];
