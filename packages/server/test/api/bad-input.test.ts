import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, type TestApi } from "./test-api.js";

const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

/** What is sent as the body of a profile change, and the code it is refused with. */
const bodies: Record<string, [body: string | Uint8Array, code: string]> = {
  "no JSON": ["{name}", "malformed_json"],
  "half an object": ['{"name":', "malformed_json"],
  "nothing but space": ["  ", "malformed_json"],
  "a list": ["[]", "validation_failed"],
  null: ["null", "validation_failed"],
  "a key twice": ['{"name":"a","name":"b"}', "malformed_json"],
  "a key twice, once escaped": ['{"name":"a","n\\u0061me":"b"}', "malformed_json"],
  "ten thousand levels": [`{"name":${nested(10_000)}}`, "malformed_json"],
  "thirty-three levels": [`{"name":${nested(33)}}`, "malformed_json"],
  "a number beyond doubles": ['{"name":1e400}', "validation_failed"],
  "a number that would change": ['{"name":9007199254740993}', "validation_failed"],
  "a prototype": ['{"__proto__":{"role":"admin"}}', "validation_failed"],
  "a prototype further in": ['{"name":{"a":{"__proto__":1}}}', "validation_failed"],
  "a constructor": ['{"constructor":{"prototype":{"role":"admin"}}}', "validation_failed"],
  "a name of every object": ['{"toString":1,"hasOwnProperty":2}', "validation_failed"],
  "broken UTF-8": [new Uint8Array([123, 34, 0xff, 34, 58, 49, 125]), "malformed_json"],
  "UTF-16": [new Uint8Array(Buffer.from('{"name":"x"}', "utf16le")), "malformed_json"],
  "a byte order mark": [new Uint8Array([0xef, 0xbb, 0xbf, 123, 125]), "malformed_json"],
  "NUL in a name": ['{"name":"a\\u0000b"}', "validation_failed"],
  "half a surrogate pair": ['{"name":"\\ud800"}', "validation_failed"],
  "text that turns around": ['{"name":"abc\\u202Egnp.exe"}', "validation_failed"],
  "a name too long": [`{"name":"${"x".repeat(201)}"}`, "validation_failed"],
  "a number for a name": ['{"name":1}', "validation_failed"],
  "an unknown field": ['{"nickname":"x"}', "validation_failed"],
  "a full-width at": ['{"email":"ada＠example.com"}', "invalid_email"],
  "an address with a line break": [
    '{"email":"a@example.com\\nBcc: b@example.com"}',
    "invalid_email",
  ],
  "a picture that is a script": ['{"avatar_url":"javascript:alert(1)"}', "invalid_avatar_url"],
  "a picture in the text": ['{"avatar_url":"data:image/svg+xml,<svg/>"}', "invalid_avatar_url"],
  "a number that is none": ['{"phone_number":"call me"}', "invalid_phone_number"],
  "two telephone numbers": [
    '{"phone":"+14155552671","phone_number":"+14155552672"}',
    "validation_failed",
  ],
  "too much": [`{"name":"${"x".repeat(70_000)}"}`, "payload_too_large"],
};

forEachDatabase((kind) => {
  let api: TestApi;
  let token: string;
  let id: string;
  beforeAll(async () => {
    api = await openTestApi(kind);
    ({ token, id } = await api.person("bad@example.com"));
  });
  afterAll(() => api.close());

  for (const [what, [body, code]] of Object.entries(bodies))
    test(`${what} is refused and changes nothing`, async () => {
      const before = await api.rowOf(id);

      const reply = await api.call("updateMe", { token, body });

      expect(reply.body.error.code).toBe(code);
      expect(reply.status).toBeLessThan(500);
      expect(await api.rowOf(id)).toBe(before);
    });

  test("only JSON in UTF-8 is read", async () => {
    const send = async (type: string) =>
      (
        await api.call("updateMe", {
          token,
          body: '{"name":"Typed"}',
          headers: { "Content-Type": type },
        })
      ).status;

    expect(await send("application/json; charset=utf-8")).toBe(200);
    expect(await send('Application/JSON;charset="UTF-8"')).toBe(200);
    expect(await send("application/json; charset=utf-16")).toBe(415);
    expect(await send("text/plain")).toBe(415);
    expect(await send("application/x-www-form-urlencoded")).toBe(415);
  });

  test("odd metadata is refused with a code, and odd but right metadata is kept", async () => {
    const patch = (theme: string) =>
      api.call("updateMyMetadata", { token, body: `{"public_metadata":{"theme":${theme}}}` });
    const codes = await Promise.all(
      [
        '"\\u0000"',
        '"\\udc00"',
        "1e400",
        '{"":1}',
        '{"__proto__":1}',
        nested(6),
        '{"a\\u0000":1}',
      ].map(async (theme) => (await patch(theme)).status),
    );

    expect(new Set(codes)).toEqual(new Set([422]));
    const kept = await patch('{"😀":"\\ud83d\\ude00","x":-0.5,"deep":{"er":{"est":[1]}}}');
    expect(kept.body.public_metadata.theme).toEqual({
      "😀": "😀",
      x: -0.5,
      deep: { er: { est: [1] } },
    });
  });

  test("ids, headers and tokens that are odd never break anything", async () => {
    const odd = ["\u0000", "%", "'; drop table users; --", "../../etc/passwd", "x".repeat(5000)];
    for (const text of odd) {
      // oxlint-disable-next-line no-await-in-loop -- a handful
      const replies = await Promise.all([
        api.request("DELETE", `/v1/auth/sessions/${encodeURIComponent(text)}`, { token }),
        api.request("GET", `/v1/users/${encodeURIComponent(text)}`, { token: api.tenant.sk }),
        api.call("refresh", { body: { refresh_token: text } }),
        api.call("verifyEmail", { token, body: { token: text } }),
        api.request("GET", "/v1/auth/me", { token: encodeURIComponent(text) }),
        api.request("PATCH", "/v1/auth/me", {
          token,
          body: {},
          headers: { "If-Match": encodeURIComponent(text) },
        }),
      ]);
      for (const reply of replies) {
        expect(reply.status).toBeGreaterThanOrEqual(400);
        expect(reply.status).toBeLessThan(500);
      }
    }
  });
});
