import { avatarUrl, type Check, email, phoneNumber, rules } from "@hellojohn/contract";
import { expect, test } from "vitest";

const taken = (check: Check<unknown>, value: unknown) => {
  const answer = check(value);
  return "refused" in answer ? answer.refused.code : answer.value;
};

test.each([
  ["ada@example.com", "ada@example.com"],
  ["  Ada.Lovelace+x@Sub.Example.co  ", "Ada.Lovelace+x@Sub.Example.co"],
  ["o'neil@example.com", "o'neil@example.com"],
])("an address is kept as typed: %j", (typed, kept) => {
  expect(taken(email, typed)).toBe(kept);
});

test.each([
  "",
  "ada",
  "ada@",
  "@example.com",
  "ada@example",
  "ada＠example.com",
  "ada@exämple.com",
  ".ada@example.com",
  "ada.@example.com",
  "a..da@example.com",
  "ada@-example.com",
  "ada@example.com\u0000",
  "ada@example.com, eve@example.com",
  `${"a".repeat(65)}@example.com`,
  `ada@${"a.".repeat(130)}com`,
  7,
  null,
  ["ada@example.com"],
])("this is no address: %j", (typed) => {
  expect(taken(email, typed)).toBe("invalid_email");
});

test.each([
  ["+1 (415) 555-2671", "+14155552671"],
  ["0044 20 7123 4567", "+442071234567"],
  ["+4915112345678", "+4915112345678"],
])("a number becomes E.164: %j", (typed, kept) => {
  expect(taken(phoneNumber, typed)).toBe(kept);
});

test.each(["4155552671", "+0123456789", "+12", `+${"1".repeat(16)}`, "+1415555x", "+١٢٣٤٥٦٧٨", 12])(
  "this is no number to call: %j",
  (typed) => {
    expect(taken(phoneNumber, typed)).toBe("invalid_phone_number");
  },
);

test.each([
  "https://example.com/ada.png",
  "https://example.com:8443/a?b=c#d",
  "http://localhost:5173/a.png",
  "http://127.0.0.1/a.png",
  "http://[::1]:80/a.png",
])("a picture may come from %s", (typed) => {
  expect(taken(avatarUrl, typed)).toBe(typed);
});

test.each([
  "http://example.com/a.png",
  "javascript:alert(1)",
  "data:image/svg+xml,<svg/>",
  "//example.com/a.png",
  "https:example.com",
  "https:\\\\example.com",
  "https://user@example.com/a.png",
  "https://:secret@example.com/a.png",
  "http://localhost.example.com/a.png",
  "https://example.com/a b.png",
  "https://example.com/\u202egnp.a",
  `https://example.com/${"a".repeat(2048)}`,
  5,
])("no picture comes from %j", (typed) => {
  expect(taken(avatarUrl, typed)).toBe("invalid_avatar_url");
});

test.each([
  ["  Ada  ", "Ada"],
  ["", null],
  ["   ", null],
  [null, null],
  ["李小龍 👩🏽‍🚀", "李小龍 👩🏽‍🚀"],
  ["a".repeat(200), "a".repeat(200)],
  ["👩".repeat(200), "👩".repeat(200)],
  ["a".repeat(201), "too_long"],
  ["Ada\nLovelace", "invalid_characters"],
  ["Ada\u0000", "invalid_characters"],
  ["\ud800", "invalid_characters"],
  ["\u202eadA", "invalid_characters"],
  [{}, "invalid_type"],
])("a name typed as %j is %j", (typed, kept) => {
  expect(taken(rules.name.check, typed)).toBe(kept);
});

test("a role is never blank, and a status is one of four", () => {
  expect(taken(rules.role.check, " ")).toBe("required");
  expect(taken(rules.role.check, "billing")).toBe("billing");
  expect(taken(rules.status.check, "disabled")).toBe("disabled");
  expect(taken(rules.status.check, "gone")).toBe("invalid_choice");
});
