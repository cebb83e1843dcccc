import { expect, test } from "vitest";
import { eventually } from "./people.js";
import { clientOf, errorOf, json, refused } from "./answers.js";

const me = { id: "usr_1", version: 3 };
const busy = refused("service_unavailable", 503);

test.each([
  ["a 503", busy],
  ["a 500", refused("internal_error", 500)],
  ["no network", new TypeError("Failed to fetch")],
])("a read is tried again after %s", async (_what, weather) => {
  const { client, seen } = clientOf([weather, weather, json(me)]);

  expect(await client.user.get()).toEqual(me);
  expect(seen).toHaveLength(3);
});

test("after two more tries the error is told", async () => {
  const { client, seen } = clientOf([busy]);

  expect(await errorOf(client.user.get())).toMatchObject({ code: "service_unavailable" });
  expect(seen).toHaveLength(3);
});

test("a POST is tried again under the same key, and another call has another", async () => {
  const { client, seen } = clientOf([busy, json({ sessions_revoked: 0 })]);
  const change = { currentPassword: "old", newPassword: "new" };

  await client.user.updatePassword(change);
  await client.user.updatePassword(change);

  const keys = seen.map(({ headers }) => headers.get("Idempotency-Key"));
  expect(keys[0]).toMatch(/^[\w-]{20,}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test("too many reads wait as long as the server says", async () => {
  const { client, seen } = clientOf([
    refused("rate_limit_exceeded", 429, { "Retry-After": "0" }),
    json(me),
  ]);

  await client.user.get();

  expect(seen).toHaveLength(2);
});

test("who is to wait longer than a minute is told at once", async () => {
  const { client, seen } = clientOf([busy, json(me)]);
  const { client: blocked, seen: blockedSeen } = clientOf([
    refused("service_unavailable", 503, { "Retry-After": "3600" }),
  ]);

  await client.user.get();

  expect(await errorOf(blocked.user.get())).toMatchObject({ retryAfter: 3600 });
  expect([seen.length, blockedSeen.length]).toEqual([2, 1]);
});

test("a person who presses too often is told at once, with the seconds to wait", async () => {
  const until = new Date(Date.now() + 30_500).toUTCString();
  const { client, seen } = clientOf([
    refused("rate_limit_exceeded", 429, { "Retry-After": until }),
  ]);

  const error = await errorOf(client.user.resendEmail());

  expect(error).toMatchObject({ code: "rate_limit_exceeded" });
  expect([29, 30, 31]).toContain((error as { retryAfter: number }).retryAfter);
  expect(seen).toHaveLength(1);
});

test("an abort ends the wait before the next try", async () => {
  const controller = new AbortController();
  const { client, seen } = clientOf([
    refused("service_unavailable", 503, { "Retry-After": "50" }),
    json(me),
  ]);

  const asked = errorOf(client.user.get({ signal: controller.signal }));
  await eventually(() => expect(seen).toHaveLength(1));
  setTimeout(() => controller.abort(), 10);

  expect(await asked).toMatchObject({ name: "AbortError" });
  expect(seen).toHaveLength(1);
});

test("a save whose answer was lost is not told as a conflict with itself", async () => {
  const saved = { ...me, first_name: "Ada", version: 4 };
  const conflict = json(
    { error: { code: "version_conflict", message: "", status: 412, current: saved } },
    412,
  );
  const { client } = clientOf([new TypeError("reset"), conflict]);

  const user = await client.user.updateProfile({ firstName: "Ada" }, { version: 3 });

  expect(user).toMatchObject({ firstName: "Ada", version: 4 });
});

test("a conflict with someone else is told even when an answer was lost before", async () => {
  const current = { ...me, first_name: "Grace", version: 4 };
  const conflict = json(
    { error: { code: "version_conflict", message: "", status: 412, current } },
    412,
  );
  const { client } = clientOf([new TypeError("reset"), conflict]);

  const error = await errorOf(client.user.updateProfile({ firstName: "Ada" }, { version: 3 }));

  expect(error).toMatchObject({ code: "version_conflict", current: { firstName: "Grace" } });
});
