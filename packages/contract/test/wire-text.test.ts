import { constant, fromWire, toWire, toWireText } from "@hellojohn/contract";
import { expect, test } from "vitest";

/** Names that a rule is about, among others. */
const names = [
  ...["firstName", "createdAt", "fields", "metadata", "publicMetadata", "private_metadata"],
  ...["a.bC", "constructor", "aB1", "", "naïve", 'quo"te'],
];
const plain = [
  ...["", 'Ada "the first" \\ \u2028 \u0000 \ud83d\ude00 \ud800', 0, -0, 1e21, Number.NaN, true],
  ...[false, null, undefined, new Date("2026-01-02T03:04:05.678Z")],
];
const values: unknown[] = [
  ...plain,
  ...[[], {}, ["firstName", null, 1], [[{ aB: { cD: new Date(0) } }]], plain],
  ...[{ aB: undefined }, { createdAt: null, publicMetadata: { aB: 1 } }, { fields: ["aB.cD"] }],
];

test.each(names)("the text is that of what would be sent, whatever stands in %j", (name) => {
  for (const value of values) {
    const answer = {
      data: [{ id: "1", ...JSON.parse(`{${JSON.stringify(name)}:1}`) }],
      last: null,
    };
    Object.defineProperty(answer.data[0], name, { value });
    expect(toWireText(answer)).toBe(JSON.stringify(toWire(answer)));
  }
});

test("values that stand alone or in lists are written as JSON writes them", () => {
  expect(toWireText(values)).toBe(JSON.stringify(toWire(values)));
  expect(toWireText(undefined)).toBe("null");
});

test("what never changes is written as everything else is, wherever it stands", () => {
  const editable = constant({ fields: ["firstName"], refused: { createdAt: "system_managed" } });

  for (const answer of [editable, [editable, editable], { editable, firstName: "Ada" }])
    expect(toWireText(answer)).toBe(JSON.stringify(toWire(answer)));
});

test("what is written is read as it was", () => {
  const user = {
    firstName: "Ada",
    createdAt: new Date("2026-01-02T03:04:05.678Z"),
    publicMetadata: { aB: [1, null] },
    editable: { fields: ["lastName"], refused: { createdAt: "system_managed" } },
  };

  expect(fromWire(JSON.parse(toWireText(user)))).toEqual(user);
});
