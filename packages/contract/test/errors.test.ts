import { HelloJohnError, refusal, refuseFields, statusOf } from "@hellojohn/contract";
import { expect, test } from "vitest";

test("a refusal has the status of its code", () => {
  expect(refusal("version_conflict", "No")).toMatchObject({
    code: "version_conflict",
    status: 412,
    fields: {},
  });
});

test("the guard holds for a copy of the class", () => {
  const copy = Object.assign(new Error("No"), { name: "HelloJohnError", code: "not_found" });

  expect(HelloJohnError.is(copy)).toBe(true);
  expect(HelloJohnError.is(new Error("No"))).toBe(false);
  expect(HelloJohnError.is(null)).toBe(false);
});

test("a wrong value never looks like a wrong bearer", () => {
  const error = refuseFields({ token: [{ code: "invalid_token", message: "No" }] });

  expect(error).toMatchObject({ code: "validation_failed", status: 422 });
});

test("every status of the table is a refusal", () => {
  for (const status of Object.values(statusOf)) expect(status).toBeGreaterThanOrEqual(400);
});
