import { addressOf, endpoints, HelloJohnError } from "@hellojohn/contract";
import { parseQuery } from "@hellojohn/contract/schemas";
import { expect, test } from "vitest";

const refused = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (HelloJohnError.is(error)) return { code: error.code, fields: Object.keys(error.fields) };
    throw error;
  }
  return undefined;
};

test("a query goes out in the wire's spelling and comes back as it was", () => {
  const address = addressOf(
    endpoints.listUsers,
    {},
    { q: "50%_&é", mfaEnrolled: false, createdAfter: new Date(0), limit: 50, cursor: undefined },
  );

  expect(address).toBe(
    "/v1/users?q=50%25_%26%C3%A9&mfa_enrolled=false&created_after=1970-01-01T00%3A00%3A00.000Z&limit=50",
  );
  expect(parseQuery("listUsers", new URL(address, "http://localhost").searchParams)).toEqual({
    q: "50%_&é",
    mfaEnrolled: false,
    createdAfter: "1970-01-01T00:00:00.000Z",
    limit: 50,
  });
});

test.each(["", "..", ".", "a/b", "a%2fb", "a b", "ä", "\0", "x".repeat(129)])(
  "%j never becomes part of a path",
  (id) => {
    expect(refused(() => addressOf(endpoints.getUser, { id }))?.code).toBe("not_found");
  },
);

test.each(["..", "../x@example.com", "a@b/c", "a?b@c", "a%2f@b", "a@b#c", ""])(
  "%j is no address to look for",
  (email) => {
    const params = { tenantId: "tnt_1", email };
    expect(refused(() => addressOf(endpoints.getTenantUserByEmail, params))?.code).toBe(
      "not_found",
    );
  },
);

test("an address to look for is written so that no router takes it apart", () => {
  const params = { tenantId: "tnt_1", email: "a+b&c@example.com" };

  expect(addressOf(endpoints.getTenantUserByEmail, params)).toBe(
    "/v2/admin/tenants/tnt_1/users/email/a%2Bb%26c%40example.com",
  );
});

test.each([
  ["limit=0", ["limit"]],
  ["limit=101", ["limit"]],
  ["limit=1e2", ["limit"]],
  ["limit=", ["limit"]],
  ["disabled=yes", ["disabled"]],
  ["created_after=yesterday", ["createdAfter"]],
  ["sort=password_hash", ["sort"]],
  ["order=up", ["order"]],
  ["include=secrets", ["include"]],
  ["email=nobody", ["email"]],
  ["colour=red", ["colour"]],
  ["role=admin&role=member", ["role"]],
  ["sort=y&limit=x", ["sort", "limit"]],
])("the query %s is refused by name", (query, fields) => {
  expect(refused(() => parseQuery("listUsers", new URLSearchParams(query)))?.fields).toEqual(
    fields,
  );
});
