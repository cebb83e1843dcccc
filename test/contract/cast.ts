import { expect } from "vitest";
import type { Answer, Json, Person, Stage } from "./stage.js";

/** The three people every tenant of these tests begins with share one. */
export const knownPassword = "correct-horse-battery";

let tags = 0;

/** A word that nobody else has in her name or address. */
export function uniqueTag(): string {
  tags += 1;
  return `zq${tags.toString(36)}x${(tags * 7919).toString(36)}`;
}

/** Someone whom an administrator has made. */
export interface Made {
  id: string;
  email: string;
}

/** Makes someone as an administrator does; without a password she is invited. */
export async function make({ call }: Stage, given: Json = {}): Promise<Made> {
  const email = `${uniqueTag()}@example.com`;
  const { status, body } = await call("createUser", { body: { email, ...given } });
  expect(status).toBe(201);
  return { id: String(body["id"]), email: String(body["email"]) };
}

export const idsIn = ({ body }: Answer, list = "data"): unknown[] =>
  (body[list] as Json[]).map(({ id }) => id);

/** The refusal of one field. */
export const refusedField = (field: string, code: string) => ({
  status: 422,
  body: { error: { fields: { [field]: [{ code }] } } },
});

/** Lets someone be an administrator while `run` runs. */
export async function asAdmin(stage: Stage, run: (boss: Person) => Promise<void>): Promise<void> {
  const boss = await stage.person();
  const params = { id: boss.id };
  await stage.call("updateUser", { params, body: { role: "admin" } });
  try {
    await run(boss);
  } finally {
    await stage.call("updateUser", { params, body: { role: "member" } });
  }
}
