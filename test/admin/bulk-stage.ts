import {
  type AdminClient,
  type BulkAction,
  type BulkEntry,
  type BulkRun,
  type Selection,
  type UserQuery,
} from "@hellojohn/react";
import {
  createAdminClient,
  createBulkRun,
  planBulkRun,
  resolveBulkTargets,
} from "@hellojohn/react/admin";
import { createClient } from "@hellojohn/react/client";
import { createFake, type Fake, type FakeUser, grace, makeUser } from "@hellojohn/react/testing";
import { adminEndpoints } from "@hellojohn/contract";
import { onTestFinished } from "vitest";

/** Grace, who administers, and as many members as asked for. */
export function crowd(size: number, given: (at: number) => Partial<FakeUser> = () => ({})): Fake {
  const members = Array.from({ length: size }, (_, at) =>
    makeUser({ id: `usr_${at}`, email: `u${at}@example.com`, ...given(at) }),
  );
  return createFake({ users: [grace, ...members] });
}

export function adminOf(fake: Fake, fetch = fake.fetch): AdminClient {
  const client = createClient({ ...fake.signedInAs(grace), fetch, maxRetries: 0 });
  onTestFinished(() => client.close());
  return createAdminClient(client);
}

export const everyone: Selection = { type: "exclude", ids: new Set() };
export const allBut = (...ids: string[]): Selection => ({ type: "exclude", ids: new Set(ids) });
export const only = (...ids: string[]): Selection => ({ type: "include", ids: new Set(ids) });

export interface Asked {
  action: BulkAction;
  selection?: Selection;
  query?: UserQuery;
}

/** Reads who is meant and makes the run, as the bar does. */
export async function prepare(
  admin: AdminClient,
  { action, selection = everyone, query = {} }: Asked,
): Promise<BulkRun> {
  const permissions = await admin.call(adminEndpoints.getPermissions);
  const targets = await resolveBulkTargets(admin, { selection, query });
  return createBulkRun(admin, planBulkRun(targets, action, permissions));
}

/** Ids by what became of them. */
export function idsWith(run: BulkRun, outcome: BulkEntry["outcome"]): string[] {
  return run.entries().flatMap((entry) => (entry.outcome === outcome ? [entry.user.id] : []));
}

/** How often the log says that this happened, by user. */
export function eventsOf(fake: Fake, type: string): Map<string, number> {
  const times = new Map<string, number>();
  for (const { type: its, resourceId } of fake.auditEvents)
    if (its === type && resourceId) times.set(resourceId, (times.get(resourceId) ?? 0) + 1);
  return times;
}
