import { searchBodyOf, toWire, type UserQuery } from "@hellojohn/contract";
import { schemas } from "@hellojohn/contract/schemas";
import { expect, test } from "vitest";

const wireOf = (query: UserQuery) => toWire(searchBodyOf(query));

test("a query becomes the body of a search that says the same", () => {
  const query: UserQuery = {
    ...{ q: "ada@example.com", sort: "name", order: "desc", limit: 5, masked: true },
    ...{ mfaEnrolled: false, org: "org_1", createdAfter: new Date(0) },
  };

  const body = wireOf(query);

  expect(body).toEqual({
    query: "ada@example.com",
    sort: { field: "name", direction: "desc" },
    ...{ limit: 5, masked: true },
    filters: { mfa_enrolled: false, org: "org_1", created_after: "1970-01-01T00:00:00.000Z" },
  });
  expect(schemas.searchUsers.body.safeParse(body).success).toBe(true);
});

test("no other name of a condition is lost on the way", () => {
  const body = wireOf({ search: "ada", order_by: "email", direction: "asc", organization_id: "o" });

  expect(body).toEqual({
    ...{ query: "ada", filters: { organization_id: "o" } },
    sort: { field: "email", direction: "asc" },
  });
  expect(wireOf({ orderBy: "name" })).toMatchObject({ sort: { field: "name" } });
});

test("an order without a field is that of the times, as it is in an address", () => {
  expect(wireOf({ order: "asc" })).toEqual({
    filters: {},
    sort: { field: "created_at", direction: "asc" },
  });
  expect(wireOf({})).toEqual({ filters: {} });
});
