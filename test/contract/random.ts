import { snakeCase, userFields } from "@hellojohn/contract";

/** Numbers between 0 and 1, the same ones for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const own = ["phone", "name", "first_name", "last_name", "avatar_url", "phone_number"];
const names = [
  ...[...own, ...own, ...own],
  ...userFields.flatMap((field) => [field, snakeCase(field)]),
  ...["metadata", "current_password", "revoke_sessions", "toString", "shoe_size", ""],
  ...["roles", "organization_role", "send_welcome_email"],
];

const values: readonly unknown[] = [
  ...["Ada", "  Ada  ", "", "x".repeat(201), "Ada\nLovelace", "\u0000", "\ud800", "\u202eadA"],
  ...["+442071234567", "0044 20 7123 4567", "+1 (415) 555-2671", "555"],
  ...[
    "https://example.com/a.png",
    "http://localhost/a.png",
    "javascript:alert(1)",
    "https://a@b.c",
  ],
  ...[
    "ada",
    "ada＠example.com",
    "grace@example.com",
    "other@example.com",
    "admin",
    "member",
    "disabled",
    "active",
    "pending",
    "gone",
  ],
  ...[null, true, false, 0, 7, -1.5, [], ["a"], {}, { a: { b: 1 } }],
  ...[{ theme: "dark" }, { theme: null }, { theme: { deep: { er: [1, { x: null }] } } }],
  ...[{ theme: "x".repeat(8200) }, { plan: 1 }, { theme: 1, plan: 1 }],
];

/** Bodies such as nobody would send on purpose. */
export function randomBodies(seed: number, count: number): Record<string, unknown>[] {
  const random = randomFrom(seed);
  const pick = <T>(choices: readonly T[]) => choices[Math.floor(random() * choices.length)];
  return Array.from({ length: count }, () =>
    Object.fromEntries(
      Array.from({ length: Math.ceil(random() ** 2 * 4) }, () => [pick(names), pick(values)]),
    ),
  );
}
