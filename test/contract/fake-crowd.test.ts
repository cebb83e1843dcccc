import { createFake, makeUsers } from "@hellojohn/react/testing";
import { expect, test } from "vitest";

const count = 10_000;

test("a crowd is as varied as people are, and the same each time", () => {
  const people = makeUsers(1000);
  const has = (holds: (person: (typeof people)[number]) => boolean) => people.some(holds);

  expect(makeUsers(20).map(({ email }) => email)).toEqual(
    people.slice(0, 20).map(({ email }) => email),
  );
  expect(new Set(people.map(({ id }) => id)).size).toBe(1000);
  expect(new Set(people.map(({ email }) => email.toLowerCase())).size).toBe(1000);
  for (const script of [/[A-Z]/, /\p{Script=Cyrillic}/u, /\p{Script=Han}/u, /\p{Script=Arabic}/u])
    expect(
      has(({ firstName }) => script.test(firstName ?? "")),
      String(script),
    ).toBe(true);
  expect(has(({ firstName, lastName }) => firstName === null && lastName === null)).toBe(true);
  for (const field of ["disabled", "emailVerified", "mfaEnrolled"] as const)
    expect(new Set(people.map((person) => person[field])).size, field).toBe(2);
  expect(has(({ role }) => role === "admin")).toBe(true);
  expect(has(({ password }) => password === "")).toBe(true);
  expect(has(({ lastSignInAt }) => lastSignInAt === null)).toBe(true);
  expect(has(({ publicMetadata }) => "plan" in publicMetadata)).toBe(true);
  expect(
    people.every(
      ({ createdAt, lastSignInAt }) => lastSignInAt === null || lastSignInAt >= createdAt,
    ),
  ).toBe(true);
});

test("what is given holds for everyone in the crowd", () => {
  expect(makeUsers(50, { role: "billing" }).every(({ role }) => role === "billing")).toBe(true);
});

test("a fake of ten thousand is walked to its end, each person once", async () => {
  const fake = createFake({ users: makeUsers(count) });
  const seen: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query = new URLSearchParams({ limit: "100", sort: "name", ...(cursor && { cursor }) });
    const response = await fake.fetch(`${fake.apiUrl}/v1/users?${query}`, {
      headers: { Authorization: `Bearer ${fake.secretKey}` },
    });
    const page = (await response.json()) as {
      data: { id: string }[];
      pagination: { next_cursor: string | null };
    };
    seen.push(...page.data.map(({ id }) => id));
    cursor = page.pagination.next_cursor;
  }

  expect(seen).toHaveLength(count);
  expect(new Set(seen).size).toBe(count);
});

test("above ten thousand matches the total is an estimate, and says so", async () => {
  const fake = createFake({ users: makeUsers(count + 1) });
  const list = async (query: string) => {
    const response = await fake.fetch(`${fake.apiUrl}/v1/users?limit=1${query}`, {
      headers: { Authorization: `Bearer ${fake.secretKey}` },
    });
    return ((await response.json()) as { pagination: unknown }).pagination;
  };

  expect(await list("")).toMatchObject({ total: count + 1, total_is_estimate: true });
  expect(await list("&disabled=true")).toMatchObject({ total_is_estimate: false });
});

test("someone who changes is found at her new place at once", async () => {
  const [first, ...others] = makeUsers(100, { name: "Middle" });
  const fake = createFake({ users: first ? [first, ...others] : others });
  const names = async () => {
    const response = await fake.fetch(`${fake.apiUrl}/v1/users?sort=name&limit=1`, {
      headers: { Authorization: `Bearer ${fake.secretKey}` },
    });
    return ((await response.json()) as { data: { name: string }[] }).data[0]?.name;
  };

  expect(await names()).toBe("Middle");
  fake.updateUser(first?.id ?? "", { name: "Aaron" });
  expect(await names()).toBe("Aaron");
});
