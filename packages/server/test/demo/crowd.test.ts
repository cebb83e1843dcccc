import { email } from "@hellojohn/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../src/database/sql.js";
import { seedDemo } from "../../src/demo/seed.js";
import { openTestDatabase } from "../support/database.js";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase("pglite");
});

afterAll(() => database.close());

const count = async () => {
  const [row] = await database.sql<{ many: number }>`select count(*) as many from users`;
  return row?.many;
};

test("the crowd comes once, also to a demo that had none, and whoever is deleted stays away", async () => {
  await seedDemo(database);
  expect(await count()).toBe(3);

  await seedDemo(database, 250);
  expect(await count()).toBe(253);

  await database.sql`delete from users where id = 'usr_0000000000SEED0000000250'`;
  await seedDemo(database, 250);
  expect(await count()).toBe(252);
});

test("everyone made up has an address that the API itself would take", async () => {
  const users = await database.sql<{ email: string }>`select email from users`;

  expect(users.map((user) => user.email).filter((it) => "refused" in email(it))).toEqual([]);
});
