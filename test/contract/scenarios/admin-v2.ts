import { type EndpointName, tenantEndpoints } from "@hellojohn/contract";
import { expect } from "vitest";
import { asAdmin, idsIn, make, refusedField, uniqueTag } from "../cast.js";
import type { Scenario } from "../stage.js";

export const adminV2: readonly Scenario[] = [
  [
    "the v2 dialect shows the same person, with her role in a list",
    async (stage) => {
      const { call } = stage;
      const { id, email } = await make(stage, { role: "billing", metadata: { crm: 7 } });

      const v1 = await call("getUser", { params: { id } });
      const v2 = await call("getTenantUser", { params: { id } });
      const byEmail = await call("getTenantUserByEmail", {
        params: { email: email.toUpperCase() },
      });

      expect(v2.body).toEqual({ ...v1.body, roles: ["billing"] });
      expect(byEmail.body).toEqual(v2.body);
    },
  ],
  [
    "people are listed by numbered page",
    async (stage) => {
      const tag = uniqueTag();
      const first = await make(stage, { name: tag, disabled: true });
      const second = await make(stage, { name: tag, disabled: true });
      const third = await make(stage, { name: tag, role: "billing" });
      const list = (query: Record<string, string>) =>
        stage.call("listTenantUsers", { query: { search: tag, ...query } });

      const page = await list({ limit: "2", page: "2" });

      expect(page.body).toMatchObject({ total: 3, total_is_estimate: false, page: 2, limit: 2 });
      expect(idsIn(page, "users")).toEqual([first.id]);
      expect(idsIn(await list({}), "users")).toEqual([third.id, second.id, first.id]);
      expect(idsIn(await list({ role: "billing" }), "users")).toEqual([third.id]);
      expect(idsIn(await list({ status: "disabled", mfa_enrolled: "false" }), "users")).toEqual([
        second.id,
        first.id,
      ]);
      expect(idsIn(await list({ page: "9" }), "users")).toEqual([]);
      expect(await list({ page: "0" })).toMatchObject({ status: 422 });
      expect(await list({ limit: "101" })).toMatchObject({ status: 422 });
      expect(await list({ sort: "name" })).toMatchObject(refusedField("sort", "unknown_field"));
    },
  ],
  [
    "a person is made and changed in v2's words",
    async ({ call }) => {
      const email = `${uniqueTag()}@example.com`;
      const made = await call("createTenantUser", {
        body: { email, roles: ["billing"], metadata: { a: 1, b: { c: 1 } } },
      });
      const params = { id: String(made.body["id"]) };
      const send = (body: object) => call("updateTenantUser", { params, body });

      const changed = await send({
        roles: ["member"],
        status: "disabled",
        metadata: { a: null, b: { d: 2 } },
      });

      expect(made).toMatchObject({
        status: 201,
        body: { roles: ["billing"], role: "billing", status: "pending" },
      });
      expect(changed.body).toMatchObject({
        roles: ["member"],
        status: "disabled",
        private_metadata: { b: { c: 1, d: 2 } },
      });
      expect(changed.body["private_metadata"]).not.toHaveProperty("a");
      expect(await send({ roles: ["a", "b"] })).toMatchObject({ status: 422 });
      expect(await send({ roles: [] })).toMatchObject({ status: 422 });
      expect(await send({ role: "admin" })).toMatchObject(refusedField("role", "unknown_field"));
      expect(await send({ id: "usr_other" })).toMatchObject({ code: "field_not_editable" });
      expect(await send({ status: "elsewhere" })).toMatchObject({ status: 422 });
      expect(await call("createTenantUser", { body: { email } })).toMatchObject({
        code: "email_already_exists",
      });
    },
  ],
  [
    "a person is deleted under v1's rules",
    async (stage) => {
      const { call } = stage;
      const { id } = await make(stage);
      const remove = (headers = {}) => call("deleteTenantUser", { params: { id }, headers });

      expect(await remove({ "If-Match": '"99"' })).toMatchObject({ status: 412 });
      expect(await remove()).toMatchObject({ status: 204 });
      expect(await remove()).toMatchObject({ status: 404, code: "user_not_found" });
      await asAdmin(stage, async (boss) => {
        expect(
          await call("deleteTenantUser", { token: boss.token, params: { id: boss.id } }),
        ).toMatchObject({ status: 409, code: "self_action" });
      });
    },
  ],
  [
    "another tenant is as good as none",
    async (stage) => {
      const { id, email } = await make(stage);
      const params = { tenantId: "tnt_other", id, email };

      for (const name of Object.keys(tenantEndpoints) as EndpointName[])
        expect(
          await stage.call(name, {
            params,
            ...(name === "createTenantUser" ? { body: { email } } : {}),
          }),
          name,
        ).toMatchObject({ status: 404, code: "tenant_not_found" });
      expect(await stage.call("getTenantUser", { params: { id: "usr_none" } })).toMatchObject({
        code: "user_not_found",
      });
      for (const email of ["nobody@example.com", "no address"])
        expect(await stage.call("getTenantUserByEmail", { params: { email } })).toMatchObject({
          status: 404,
          code: "user_not_found",
        });
    },
  ],
];
