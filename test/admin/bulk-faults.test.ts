import type { AdminUser, BulkAction, BulkRun } from "@hellojohn/react";
import { type Fake, grace } from "@hellojohn/react/testing";
import { expect, test } from "vitest";
import { adminOf, crowd, eventsOf, idsWith, prepare } from "./bulk-stage.js";

/** Numbers between 0 and 1, the same ones for the same seed. */
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Loses three writes of ten: one before its effect, one by an error of a proxy, one after its effect. */
function badNetwork(fake: Fake, seed: number): typeof fetch {
  const random = randomFrom(seed);
  return async (input, init) => {
    const isRead = (init?.method ?? "GET") === "GET" || String(input).endsWith("/export");
    const chance = isRead ? 1 : random();
    if (chance < 0.1) throw new TypeError("Failed to fetch");
    if (chance < 0.2) return new Response("Bad gateway", { status: 502 });
    const response = await fake.fetch(input, init);
    if (chance < 0.3) throw new TypeError("Failed to fetch");
    return response;
  };
}

interface Case {
  action: BulkAction;
  /** What the log calls it. */
  event: string;
  /** Whether the server has it so, by what it knows of a user. */
  holds: (user: AdminUser | undefined, events: number) => boolean;
}

const disabling: Case = {
  action: { name: "disable" },
  event: "user.disabled",
  holds: (user) => user?.disabled === true,
};
const deleting: Case = {
  action: { name: "delete" },
  event: "user.deleted",
  holds: (user) => user === undefined,
};
const cases: Case[] = [
  disabling,
  deleting,
  {
    action: { name: "role", role: "editor" },
    event: "user.updated",
    holds: (user) => user?.role === "editor",
  },
  {
    action: { name: "resetPassword" },
    event: "user.password_reset_requested",
    holds: (_user, events) => events === 1,
  },
];

/** What the report says is what the server has: nothing more happened, nothing less, and nothing twice. */
function assertTruth(fake: Fake, run: BulkRun, { event, holds }: Case) {
  const users = new Map(fake.users.map((user) => [user.id, user]));
  const events = eventsOf(fake, event);
  const untrue = run.entries().filter(({ outcome, user: { id } }) => {
    const times = events.get(id) ?? 0;
    if (outcome === "done") return times !== 1 || !holds(users.get(id), times);
    // A call without a clear answer may have had its effect; nothing else may.
    return times > (outcome === "failed" ? 1 : 0);
  });
  expect(untrue).toEqual([]);
}

async function retryAll(run: BulkRun) {
  // oxlint-disable-next-line no-await-in-loop -- as a person presses a button
  while (run.get().counts.failed > 0) await run.start();
}

const size = 250;
const members = { role: "member" };

test.each(cases)(
  "with three writes of ten lost, $action.name happens once to everyone and the report says so",
  async (each) => {
    const fake = crowd(size);
    const run = await prepare(adminOf(fake, badNetwork(fake, 7)), {
      action: each.action,
      query: members,
    });

    await Promise.all([run.start(), run.start()]);
    assertTruth(fake, run, each);
    const { done, failed } = run.get().counts;
    expect(done + failed).toBe(size);
    await retryAll(run);

    assertTruth(fake, run, each);
    expect(run.get().counts).toMatchObject({ done: size, failed: 0, refused: 0, unchanged: 0 });
    expect(eventsOf(fake, each.event).size).toBe(size);
  },
);

test.each([1, 2, 3, 4, 5])(
  "canceled in the middle of bad weather (seed %i), the report is still true",
  async (seed) => {
    const fake = crowd(150);
    const run = await prepare(adminOf(fake, badNetwork(fake, seed)), {
      action: deleting.action,
      query: members,
    });
    const stop = run.subscribe(() => run.get().counts.done >= 40 + seed * 9 && run.cancel());

    await run.start();
    stop();

    expect(run.get().status).toBe("stopped");
    assertTruth(fake, run, deleting);
    // Whoever was sent without an answer is not called untouched.
    const untouched = new Set(idsWith(run, "not_tried"));
    const sent = fake.requests.filter(({ endpoint }) => endpoint === "deleteUser");
    expect(sent.filter(({ params }) => untouched.has(params["id"] ?? ""))).toEqual([]);

    await retryAll(run);
    assertTruth(fake, run, deleting);
  },
);

test.each([1, 2, 3])(
  "a thousand users and a third of all calls lost (seed %i): the report equals the server's state",
  async (seed) => {
    const fake = crowd(1000, (at) => ({
      disabled: at % 10 === 0,
      role: at % 100 === 1 ? "admin" : "member",
    }));
    const run = await prepare(adminOf(fake, badNetwork(fake, seed)), { action: disabling.action });

    await run.start();
    await retryAll(run);

    assertTruth(fake, run, disabling);
    expect(run.get().counts).toMatchObject({ done: 900, skipped: 101, failed: 0, not_tried: 0 });
    const able = fake.users.filter(({ disabled }) => !disabled).map(({ id }) => id);
    expect(able).toEqual([grace.id]);
  },
);
