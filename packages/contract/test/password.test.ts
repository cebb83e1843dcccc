import { defaultPasswordPolicy, passwordFaults } from "@hellojohn/contract";
import { expect, test } from "vitest";

const codes = (password: string, policy = {}) =>
  passwordFaults(password, { ...defaultPasswordPolicy, ...policy }).map(({ code }) => code);

test.each([
  ["12345678", {}, []],
  ["pass phrase with spaces", {}, []],
  ["пароль-на-русском", {}, []],
  ["1234567", {}, ["too_short"]],
  ["👩👩👩👩👩👩👩👩", {}, []],
  ["x".repeat(128), {}, []],
  ["x".repeat(129), {}, ["too_long"]],
  ["abcdefgh\u0000", {}, ["invalid_characters"]],
  ["abcdefgh\ud800", {}, ["invalid_characters"]],
  ["abcdefgh", { requireUppercase: true }, ["needs_uppercase"]],
  ["Äbcdefgh", { requireUppercase: true }, []],
  ["abcdefgh", { requireNumbers: true }, ["needs_number"]],
  ["abcdefgh9", { requireNumbers: true }, []],
  ["abcd efgh", { requireSymbols: true }, ["needs_symbol"]],
  ["abcd-efgh", { requireSymbols: true }, []],
  [
    "abc",
    { requireUppercase: true, requireNumbers: true, requireSymbols: true },
    ["too_short", "needs_uppercase", "needs_number", "needs_symbol"],
  ],
])("the faults of %j under %j are %j", (password, policy, faults) => {
  expect(codes(password, policy)).toEqual(faults);
});
