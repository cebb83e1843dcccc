import { type EndpointName, endpoints, HelloJohnError } from "@hellojohn/contract";
import { parseBody, schemas } from "@hellojohn/contract/schemas";
import { expect, test } from "vitest";

function refused(name: EndpointName, body: unknown): HelloJohnError {
  try {
    parseBody(name, body);
  } catch (error) {
    if (HelloJohnError.is(error)) return error;
    throw error;
  }
  throw new Error("It was taken");
}

const names = Object.keys(endpoints) as EndpointName[];
const withBody = names.filter((name) => "body" in schemas[name]);

test("both halves of the contract know the same endpoints", () => {
  expect(Object.keys(schemas)).toEqual(names);
});

test("every endpoint answers by 204 or with a described body", () => {
  for (const name of names) {
    const status = "status" in schemas[name] ? schemas[name].status : 200;
    const described = "reply" in schemas[name] || "stream" in schemas[name];
    expect(described, name).toBe(status !== 204);
  }
});

test("no two endpoints share a method and a path", () => {
  const calls = names.map((name) => `${endpoints[name].method} ${endpoints[name].path}`);

  expect(new Set(calls).size).toBe(calls.length);
});

test("only a key's call and an administrator's call have scopes", () => {
  // Whoever may call anything may ask what.
  for (const name of names.filter((it) => it !== "getPermissions"))
    expect(endpoints[name].scope !== undefined, name).toBe(endpoints[name].bearer === "admin");
});

test.each(withBody)("%s refuses fields it does not know, and bodies that are no object", (name) => {
  for (const odd of ["shoe_size", "constructor", "__proto__", "toString"]) {
    const error = refused(name, JSON.parse(`{"${odd}": 1}`));
    const codes = Object.values(error.fields)
      .flat()
      .map(({ code }) => code);
    expect(error.status).toBe(422);
    expect(codes).toContain("unknown_field");
  }
  for (const body of [[], "x", 7, true]) expect(refused(name, body).status).toBe(422);
});

test("a body is read into TypeScript's spelling, its values normalised", () => {
  expect(parseBody("updateMe", { first_name: " Ada ", phone_number: "+1 415 555 2671" })).toEqual({
    firstName: "Ada",
    phoneNumber: "+14155552671",
  });
  expect(parseBody("updateMyMetadata", { public_metadata: { dark_mode: true } })).toEqual({
    publicMetadata: { dark_mode: true },
  });
});

test("each wrong value is named with the code of its rule", () => {
  expect(refused("updateMe", { email: "x", avatar_url: "data:,", name: 7 }).fields).toMatchObject({
    email: [{ code: "invalid_email" }],
    avatarUrl: [{ code: "invalid_avatar_url" }],
    name: [{ code: "invalid_type" }],
  });
  expect(refused("signIn", { email: "ada@example.com" })).toMatchObject({
    code: "validation_failed",
    fields: { password: [{ code: "required" }] },
  });
});

test("one wrong value gives the refusal its code, but only a code of values", () => {
  expect(refused("updateMe", { phone: "x" }).code).toBe("invalid_phone_number");
  expect(refused("updateMyMetadata", { public_metadata: { a: "x".repeat(9000) } }).code).toBe(
    "metadata_too_large",
  );
  expect(refused("updateMyMetadata", {}).code).toBe("validation_failed");
});

test("settings are checked one by one", () => {
  expect(
    refused("updateAuthConfig", { session_config: { access_token_ttl: 1 } }).fields,
  ).toMatchObject({
    "sessionConfig.accessTokenTtl": [{ code: "too_short" }],
  });
  expect(
    refused("updateAuthConfig", { password_policy: { min_length: 0, colour: 1 } }).fields,
  ).toHaveProperty(["passwordPolicy.colour"]);
  expect(parseBody("updateAuthConfig", { password_policy: { min_length: 12 } })).toEqual({
    passwordPolicy: { minLength: 12 },
  });
});
