import type { Permissions } from "@hellojohn/contract";
import { HelloJohnError } from "@hellojohn/react";
import { planBulkRun } from "@hellojohn/react/admin";
import { grace } from "@hellojohn/react/testing";
import { expect, test, vi } from "vitest";
import { adminOf, allBut, crowd, eventsOf, idsWith, only, prepare } from "./bulk-stage.js";

test("all that match but some are read once, and those it would not help are skipped with the reason", async () => {
  const fake = crowd(8, (at) => ({ disabled: at === 5 }));
  const run = await prepare(adminOf(fake), {
    action: { name: "disable" },
    selection: allBut("usr_1", "usr_2"),
  });

  expect(run.plan.reasons).toEqual({ self_action: 1, already_disabled: 1 });
  expect(run.plan.targets.map(({ id }) => id).toSorted()).toEqual([
    ...["usr_0", "usr_3", "usr_4", "usr_6", "usr_7"],
  ]);
  expect(fake.requests.filter(({ endpoint }) => endpoint === "disableUser")).toEqual([]);
});

test("whoever signs everyone out stays signed in herself", async () => {
  const fake = crowd(3);
  const run = await prepare(adminOf(fake), { action: { name: "revokeSessions" } });

  await run.start();

  expect(run.plan.reasons).toEqual({ self_action: 1 });
  expect(run.get()).toMatchObject({ status: "done", counts: { done: 3 } });
});

test("a choice of filters keeps to them", async () => {
  const fake = crowd(6, (at) => ({ role: at < 2 ? "editor" : "member" }));
  const run = await prepare(adminOf(fake), {
    action: { name: "revokeSessions" },
    query: { role: "editor", limit: 1, sort: "name", include: "restrictions" },
  });

  expect(run.plan.targets).toHaveLength(2);
});

test("whom a search found is asked for in a body, in the list's order, and no address is in any query", async () => {
  const fake = crowd(12);
  const query = { q: "u1@example.com", masked: true, sort: "email", order: "desc" } as const;
  const run = await prepare(adminOf(fake), { action: { name: "disable" }, query });

  expect(run.plan.targets.map(({ id }) => id)).toEqual(["usr_1"]);
  const { body } = fake.requests.find(({ endpoint }) => endpoint === "exportFoundUsers") ?? {};
  expect(body).toMatchObject({
    ...{ query: "u1@example.com", masked: true, sort: { field: "email", direction: "desc" } },
  });
  expect(JSON.stringify(fake.requests.map((request) => request.query))).not.toContain("example");
});

test("whoever comes later is not acted upon", async () => {
  const fake = crowd(3);
  const run = await prepare(adminOf(fake), {
    action: { name: "disable" },
    query: { role: "member" },
  });
  fake.updateUser(grace, { name: "Changed meanwhile" });
  fake.updateUser("usr_0", { role: "editor" });

  await run.start();

  expect(idsWith(run, "done").toSorted()).toEqual(["usr_0", "usr_1", "usr_2"]);
});

test("those chosen by hand are asked for one by one, and who is gone is said to be", async () => {
  const fake = crowd(3);
  const run = await prepare(adminOf(fake), {
    action: { name: "role", role: "editor" },
    selection: only("usr_0", "usr_2", "usr_gone", grace.id),
  });

  expect(run.plan.reasons).toEqual({ user_not_found: 1, self_action: 1 });
  await run.start();
  expect(fake.users.filter(({ role }) => role === "editor").map(({ id }) => id)).toEqual([
    ...["usr_0", "usr_2"],
  ]);
});

test("what the permissions do not hold is skipped whole", async () => {
  const fake = crowd(2);
  const { plan } = await prepare(adminOf(fake), { action: { name: "enable" } });
  const mayLook = { ...(plan.permissions as Permissions), operations: ["listUsers"] };
  const users = plan.skipped.map(({ user }) => user).filter(({ id }) => id !== grace.id);

  const next = planBulkRun({ users, asOf: plan.asOf }, { name: "delete" }, mayLook);

  expect(next.targets).toEqual([]);
  expect(next.reasons).toEqual({ insufficient_permissions: 2 });
});

test("many are disabled in few calls, each with her own outcome and the reason in the log", async () => {
  const fake = crowd(450);
  const run = await prepare(adminOf(fake), { action: { name: "disable", reason: "Left" } });
  fake.updateUser("usr_7", { disabled: true });

  await run.start();

  const calls = fake.requests.filter(({ endpoint }) => endpoint === "bulkDisable");
  expect(calls).toHaveLength(3);
  expect(run.get().counts).toMatchObject({ done: 449, unchanged: 1, skipped: 1 });
  expect(idsWith(run, "unchanged")).toEqual(["usr_7"]);
  expect(fake.auditEvents.find(({ resourceId }) => resourceId === "usr_8")?.reason).toBe("Left");
});

test("what the server decides against is refused with its code, and not asked again", async () => {
  const fake = crowd(3);
  const run = await prepare(adminOf(fake), {
    action: { name: "delete" },
    query: { role: "member" },
  });
  fake.fail("deleteUser", new HelloJohnError("last_admin", "No"), {
    when: ({ params }) => params["id"] === "usr_1",
  });

  await run.start();
  await run.start();

  expect(run.entries().find(({ outcome }) => outcome === "refused")).toMatchObject({
    user: { id: "usr_1" },
    code: "last_admin",
  });
  expect(run.get().counts).toMatchObject({ done: 2, refused: 1, failed: 0 });
});

test("starting twice, or again afterwards, does nothing more", async () => {
  const fake = crowd(5);
  const run = await prepare(adminOf(fake), {
    action: { name: "resetPassword" },
    query: { role: "member" },
  });

  await Promise.all([run.start(), run.start()]);
  await run.start();

  expect(fake.mailbox).toHaveLength(5);
});

test("a canceled run says what it did not get to, and leaves that alone", async () => {
  const fake = crowd(60);
  fake.delay(2);
  const run = await prepare(adminOf(fake), {
    action: { name: "delete" },
    query: { role: "member" },
  });
  run.subscribe(() => run.get().counts.done >= 20 && run.cancel());

  await run.start();

  expect(run.get().status).toBe("stopped");
  const left = new Set(fake.users.map(({ id }) => id));
  expect(idsWith(run, "not_tried").every((id) => left.has(id))).toBe(true);
  expect(idsWith(run, "done").every((id) => !left.has(id))).toBe(true);
  expect(run.get().counts.done).toBeGreaterThanOrEqual(20);
  expect(run.get().counts.done).toBeLessThan(30);
});

test("a cancel right after the start stops the run, however often it was started", async () => {
  const fake = crowd(30);
  fake.delay(1);
  const run = await prepare(adminOf(fake), {
    action: { name: "delete" },
    query: { role: "member" },
  });

  const started = [run.start(), run.start()];
  run.cancel();
  await Promise.all(started);

  expect(run.get().status).toBe("stopped");
  // Those under way, one for each worker.
  expect(run.get().counts.done).toBe(4);
  expect(fake.users).toHaveLength(27);
});

test("everyone waits when one is told to", async () => {
  const fake = crowd(12);
  const run = await prepare(adminOf(fake), {
    action: { name: "resetPassword" },
    query: { role: "member" },
  });
  const slowDown = new HelloJohnError("rate_limit_exceeded", "Slow down", { retryAfter: 1 });
  fake.fail("sendPasswordReset", slowDown, { times: 1 });
  const pause = vi.spyOn(globalThis, "setTimeout");

  await run.start();

  const waits = pause.mock.calls.map(([, ms]) => ms).filter((ms) => ms === 500);
  expect(waits.length).toBeGreaterThanOrEqual(4);
  expect(fake.mailbox).toHaveLength(12);
  pause.mockRestore();
});

test("an ended session stops the run; the same person goes on with it", async () => {
  const fake = crowd(20);
  const run = await prepare(adminOf(fake), {
    action: { name: "delete" },
    query: { role: "member" },
  });
  fake.fail("deleteUser", new HelloJohnError("token_expired", "Over"), {
    when: ({ params }) => Number(params["id"]?.slice(4)) >= 10,
  });

  await run.start();
  expect(run.get()).toMatchObject({
    status: "stopped",
    code: "token_expired",
    counts: { failed: 0, refused: 0 },
  });
  fake.recover();
  await run.start();

  expect(run.get()).toMatchObject({ status: "done", counts: { done: 20 } });
  expect([...eventsOf(fake, "user.deleted").values()]).toEqual(Array(20).fill(1));
});
