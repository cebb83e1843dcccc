import {
  type Actor,
  assertEditable,
  canEdit,
  defaultPasswordPolicy,
  editableBy,
  HelloJohnError,
  parseUpdate,
  refusalReason,
  refusedMetadataKeys,
  rules,
  snakeCase,
  type UserField,
  userFields,
} from "@hellojohn/contract";
import { expect, test } from "vitest";

const profile = ["name", "firstName", "lastName", "avatarUrl", "phoneNumber"];
const own = [...profile, "email", "publicMetadata"];
const administrators = [...own, "emailVerified", "privateMetadata", "role", "status", "disabled"];

const editedBy: [Actor, readonly string[]][] = [
  ["impersonator", profile],
  ["self", own],
  ["admin", administrators],
];

function refused(run: () => unknown): HelloJohnError {
  try {
    run();
  } catch (error) {
    if (HelloJohnError.is(error)) return error;
  }
  throw new Error("It was not refused");
}

test.each(editedBy)("%s may edit what the documents say", (actor, fields) => {
  expect(userFields.filter((field) => canEdit(actor, field)).toSorted()).toEqual(fields.toSorted());
});

test("every field that someone may edit has a check", () => {
  for (const field of userFields) {
    const rule: { editors: readonly Actor[]; check?: unknown } = rules[field];
    expect(rule.check !== undefined, field).toBe(rule.editors.length > 0);
  }
});

test.each(editedBy)("%s may name her fields in either spelling", (actor, fields) => {
  for (const field of fields.flatMap((name) => [name, snakeCase(name)]))
    expect(() => assertEditable(actor, { [field]: {} })).not.toThrow();
});

test.each(editedBy)("%s is refused every other field, in either spelling", (actor, fields) => {
  for (const field of userFields.filter((name) => !fields.includes(name)))
    for (const name of [field, snakeCase(field)]) {
      const error = refused(() => assertEditable(actor, { [name]: null, name: "x" }));
      expect(error.status).toBe(403);
      expect(Object.keys(error.fields)).toEqual([field]);
    }
});

test("the reason of a refusal says who might have done it", () => {
  const reasonOf = (actor: Actor, field: UserField) => refusalReason(actor, field);

  expect(reasonOf("self", "id")).toBe("system_managed");
  expect(reasonOf("self", "role")).toBe("admin_only");
  expect(reasonOf("impersonator", "email")).toBe("impersonation");
  expect(reasonOf("impersonator", "role")).toBe("admin_only");
  expect(reasonOf("self", "name")).toBeUndefined();
});

test("impersonation is named only when it is the whole reason", () => {
  expect(refused(() => assertEditable("impersonator", { email: 1 })).code).toBe(
    "impersonation_forbidden",
  );
  expect(refused(() => assertEditable("impersonator", { email: 1, role: 1 })).code).toBe(
    "field_not_editable",
  );
});

test("a forbidden field is refused before any value is looked at", () => {
  expect(refused(() => parseUpdate("self", { phone: "no", role: "admin" })).code).toBe(
    "field_not_editable",
  );
});

test("an update is normalised, whatever its spelling", () => {
  const update = parseUpdate("self", {
    first_name: " Ada ",
    phone: "+1 415 555 2671",
    avatarUrl: "",
    email: undefined,
  });

  expect(update).toEqual({ firstName: "Ada", phoneNumber: "+14155552671", avatarUrl: null });
});

test("an update names every wrong field at once", () => {
  const error = refused(() => parseUpdate("self", { email: "x", phone_number: "x", shoe_size: 4 }));

  expect(error).toMatchObject({
    code: "validation_failed",
    status: 422,
    fields: {
      email: [{ code: "invalid_email" }],
      phoneNumber: [{ code: "invalid_phone_number" }],
      shoeSize: [{ code: "unknown_field" }],
    },
  });
});

test("one wrong field gives the refusal its code", () => {
  expect(refused(() => parseUpdate("self", { email: "x" }))).toMatchObject({
    code: "invalid_email",
    status: 422,
  });
});

test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
  "%s is an unknown field",
  (name) => {
    const input: object = JSON.parse(`{"${name}": 1}`);

    const error = refused(() => parseUpdate("self", input));

    expect(Object.values(error.fields)).toEqual([
      [expect.objectContaining({ code: "unknown_field" })],
    ]);
    expect(Object.keys(error.fields).map(snakeCase)).toEqual([snakeCase(name)]);
  },
);

test("what a person may edit of her metadata are the tenant's keys", () => {
  const none = editableBy("self", [], defaultPasswordPolicy);
  const some = editableBy("self", ["theme"], defaultPasswordPolicy);
  const impersonated = editableBy("impersonator", ["theme"], defaultPasswordPolicy);

  expect(none.refused["publicMetadata"]).toBe("no_editable_keys");
  expect(some).toMatchObject({
    metadataKeys: ["theme"],
    refused: { role: "admin_only", id: "system_managed" },
  });
  expect(some.fields).toContain("publicMetadata");
  expect(refusedMetadataKeys(some, { theme: 1, plan: 2 })).toEqual(["plan"]);
  expect(impersonated).toMatchObject({
    metadataKeys: [],
    refused: { publicMetadata: "impersonation" },
  });
});
