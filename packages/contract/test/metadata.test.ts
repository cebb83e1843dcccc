import { mergePatch, metadata, metadataLimits } from "@hellojohn/contract";
import { expect, test } from "vitest";

const codeOf = (value: unknown) => {
  const answer = metadata(value);
  return "refused" in answer ? answer.refused.code : "taken";
};

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });

test.each([
  [{}, "taken"],
  [{ theme: "dark", list: [1, "two", null, { a: true }] }, "taken"],
  [nested(metadataLimits.depth), "taken"],
  [nested(metadataLimits.depth + 1), "metadata_too_large"],
  [{ ["k".repeat(64)]: 1 }, "taken"],
  [{ ["k".repeat(65)]: 1 }, "invalid_key"],
  [{ "": 1 }, "invalid_key"],
  [JSON.parse('{"__proto__": 1}'), "invalid_key"],
  [{ a: JSON.parse('{"constructor": 1}') }, "invalid_key"],
  [{ "a\u0000": 1 }, "invalid_key"],
  [{ a: "\u0000" }, "invalid_characters"],
  [{ a: "\ud83d" }, "invalid_characters"],
  [{ a: 2 ** 53 }, "invalid_number"],
  [{ a: Number.MAX_SAFE_INTEGER }, "taken"],
  [{ a: 1.5 }, "taken"],
  [{ a: JSON.parse("1e400") }, "invalid_number"],
  [{ a: undefined }, "invalid_type"],
  [[], "invalid_type"],
  [null, "invalid_type"],
  ["{}", "invalid_type"],
])("metadata %j is %s", (value, code) => {
  expect(codeOf(value)).toBe(code);
});

test("the limit counts bytes, not characters", () => {
  const fits = { a: "x".repeat(metadataLimits.bytes - 8) };

  expect(codeOf(fits)).toBe("taken");
  expect(codeOf({ a: `${fits.a}x` })).toBe("metadata_too_large");
  expect(codeOf({ a: "é".repeat(metadataLimits.bytes / 2) })).toBe("metadata_too_large");
});

test("ten thousand levels are refused, not followed", () => {
  const deep: unknown = JSON.parse('{"a":'.repeat(10_000) + "1" + "}".repeat(10_000));

  expect(codeOf(deep)).toBe("metadata_too_large");
});

// The examples of RFC 7396, appendix A, whose patch is an object.
test.each([
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: "b", c: null }, { a: "b" }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])("%j merged with %j is %j", (target, patch, merged) => {
  expect(mergePatch(target, patch)).toEqual(merged);
});

test("merging leaves what it was given as it was", () => {
  const target = { a: { b: 1 } };

  mergePatch(target, { a: { b: 2, c: 3 } });

  expect(target).toEqual({ a: { b: 1 } });
});
