import { type EndpointName, endpoints } from "@hellojohn/contract";
import { expect } from "vitest";
import { advance, type Scenario, type Stage } from "../stage.js";

async function impersonate({ person, call }: Stage) {
  const ada = await person();
  const { body } = await call("impersonate", {
    body: { user_id: ada.id, reason: "She asked for help", expires_in: "30m" },
  });
  return { ...ada, acting: String(body["access_token"]) };
}

const forbidden = (Object.keys(endpoints) as EndpointName[]).filter(
  (name) =>
    endpoints[name].bearer === "session" &&
    !["getMe", "updateMe", "listMySessions", "signOut"].includes(name),
);

export const impersonation: readonly Scenario[] = [
  [
    "someone who acts as her reads, and edits her profile",
    async (stage) => {
      const { acting, id } = await impersonate(stage);

      const me = await stage.call("getMe", { token: acting });
      const saved = await stage.call("updateMe", {
        token: acting,
        body: { name: "Ada", phone: "+442071234567" },
      });
      const sessions = await stage.call("listMySessions", { token: acting });

      expect(me.body).toMatchObject({
        id,
        editable: {
          refused: { email: "impersonation", public_metadata: "impersonation", role: "admin_only" },
          metadata_keys: [],
        },
      });
      expect(saved.body).toMatchObject({ name: "Ada", phone_number: "+442071234567" });
      expect(sessions.body["data"]).toContainEqual(
        expect.objectContaining({ current: true, impersonated: true }),
      );
    },
  ],
  [
    "their token says who acts, and ends when it was said to",
    async (stage) => {
      const { acting, id } = await impersonate(stage);
      const [, payload = ""] = acting.split(".");

      expect(JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")))).toMatchObject({
        sub: id,
        act: { sub: expect.any(String) },
      });
      advance(31 * 60_000);
      expect(await stage.call("getMe", { token: acting })).toMatchObject({
        status: 401,
        code: "token_expired",
      });
    },
  ],
  [
    "everything else is forbidden while impersonating",
    async (stage) => {
      const { acting, sessionId } = await impersonate(stage);

      for (const name of forbidden)
        expect(
          await stage.call(name, { token: acting, params: { id: sessionId } }),
          name,
        ).toMatchObject({ status: 403, code: "impersonation_forbidden" });
    },
  ],
  [
    "her address is not theirs to change",
    async (stage) => {
      const { acting } = await impersonate(stage);
      const send = (body: object) => stage.call("updateMe", { token: acting, body });

      expect(await send({ email: "eve@example.com" })).toMatchObject({
        status: 403,
        code: "impersonation_forbidden",
        body: { error: { fields: { email: [{ code: "impersonation" }] } } },
      });
      expect(await send({ email: "eve@example.com", role: "admin" })).toMatchObject({
        status: 403,
        code: "field_not_editable",
      });
    },
  ],
  [
    "they sign themselves out, and nobody else",
    async (stage) => {
      const { acting, token } = await impersonate(stage);

      expect(await stage.call("signOut", { token: acting })).toMatchObject({ status: 204 });
      expect(await stage.call("getMe", { token: acting })).toMatchObject({ status: 401 });
      expect(await stage.call("getMe", { token })).toMatchObject({ status: 200 });
    },
  ],
  [
    "impersonation needs a reason, an end and a person",
    async ({ person, call }) => {
      const { id } = await person();
      const ask = (body: object) =>
        call("impersonate", { body: { user_id: id, reason: "Help", ...body } });

      expect(await ask({ reason: "  " })).toMatchObject({ status: 422, code: "reason_required" });
      expect(await ask({ expires_in: "25h" })).toMatchObject({
        status: 422,
        code: "validation_failed",
      });
      expect(await ask({ expires_in: "soon" })).toMatchObject({
        status: 422,
        code: "validation_failed",
      });
      expect(await ask({ user_id: "usr_none" })).toMatchObject({
        status: 404,
        code: "user_not_found",
      });
    },
  ],
];
