import { camelCase, fromWire, snakeCase, toWire, userFields } from "@hellojohn/contract";
import { expect, test } from "vitest";

test("every field of the user survives the way there and back", () => {
  for (const field of userFields) expect(camelCase(snakeCase(field))).toBe(field);
  expect(userFields.map(snakeCase)).toContain("last_sign_in_at");
});

test("names are respelled and times become dates, at every depth", () => {
  const read = fromWire({
    data: [{ user_id: "u", created_at: "2026-01-02T03:04:05Z", ended_at: null }],
  });

  expect(read).toEqual({
    data: [{ userId: "u", createdAt: new Date("2026-01-02T03:04:05Z"), endedAt: null }],
  });
});

test("nothing inside metadata is respelled, either way", () => {
  const bag = { some_key: { other_at: "2026-01-02T03:04:05Z", camelCase: 1 } };

  expect(fromWire({ public_metadata: bag, metadata: bag })).toEqual({
    publicMetadata: bag,
    metadata: bag,
  });
  expect(toWire({ privateMetadata: bag })).toEqual({ private_metadata: bag });
});

test("what was read is written as it was", () => {
  const wire = {
    id: "usr_1",
    created_at: "2026-01-02T03:04:05.000Z",
    public_metadata: { aB: 1 },
    editable: {
      fields: ["first_name"],
      metadata_keys: ["a_b"],
      refused: { email_verified: "admin_only" },
    },
  };

  expect(toWire(fromWire(wire))).toEqual(wire);
});

test("what is undefined is left out, and null is sent", () => {
  expect(toWire({ firstName: undefined, lastName: null })).toEqual({ last_name: null });
});

test("a path is respelled up to the tenant's own keys", () => {
  expect(snakeCase("publicMetadata.darkMode")).toBe("public_metadata.darkMode");
  expect(camelCase("public_metadata.dark_mode")).toBe("publicMetadata.dark_mode");
  expect(snakeCase("sessionConfig.accessTokenTtl")).toBe("session_config.access_token_ttl");
});

test("names that objects are born with are names like any other", () => {
  const odd: unknown = JSON.parse('{"__proto__": {"a_b": 1}, "constructor": 2}');

  expect(JSON.stringify(fromWire(odd))).toBe('{"_Proto__":{"aB":1},"constructor":2}');
  expect({}).not.toHaveProperty("aB");
});

test("a reason under a time's name stays a reason", () => {
  expect(fromWire({ refused: { created_at: "system_managed" } })).toEqual({
    refused: { createdAt: "system_managed" },
  });
});
