import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, type TestApi } from "../api/test-api.js";
import { forEachDatabase } from "../support/database.js";
import { type Actor, makeActors } from "./actors.js";
import { adminRows, type AdminRow, rowOf, rows, type Subject } from "./admin-rows.js";
import { makeSubjects, type Target, targets } from "./subjects.js";

/** What an administrator may not do to herself; a key is nobody. */
const notToOneself: readonly AdminRow[] = [
  ...(["deleteUser", "disableUser", "setUserPassword", "impersonate"] as const),
  "deleteTenantUser",
];

/** The code of the answer as the row, the bearer and the rules have it, or `ok`. */
function expectedOf(name: AdminRow, actor: Actor, target: Target): string {
  const refused = actor.refusedBy(rowOf(name));
  if (refused) return refused;
  const { about } = rows[name];
  const isStranger = actor.tenant === "other";
  if (rowOf(name).path.includes(":tenantId") && isStranger) return "tenant_not_found";
  // The organization is the first tenant's.
  if (about === "members" && isStranger) return "not_found";
  if (about === "nobody" || about === "many") return "ok";

  const isSelf = target === "self" && actor.kind === "session";
  const isThere = target !== "missing" && (target === "foreign") === isStranger;
  if (!isThere && !isSelf) return about === "session" ? "session_not_found" : "user_not_found";
  if (isSelf && notToOneself.includes(name)) return "self_action";
  const isMember = target === "member" || target === "foreign";
  if (name === "impersonate" && !isMember && !actor.mayAll) return "insufficient_permissions";
  return "ok";
}

interface Cell {
  who: string;
  actor: Actor;
  name: AdminRow;
  target: Target;
  expected: string;
}

forEachDatabase((kind) => {
  let api: TestApi;
  let made: Awaited<ReturnType<typeof makeActors>>;
  let subjects: ReturnType<typeof makeSubjects>;
  let cells: Cell[];
  beforeAll(async () => {
    api = await openTestApi(kind);
    made = await makeActors(api);
    subjects = makeSubjects(api, made.elsewhere);
    await subjects.prepare();
    cells = Object.entries(made.actors).flatMap(([who, actor]) =>
      adminRows.flatMap((name) =>
        (rows[name].about === "nobody" ? (["missing"] as const) : targets).map((target) => ({
          ...{ who, actor, name, target },
          expected: expectedOf(name, actor, target),
        })),
      ),
    );
  }, 60_000);
  afterAll(() => api.close());

  /** Everything but what is counted and logged, byte for byte. */
  const dump = () => api.database.sql`
    select 'users' as name, to_jsonb(t)::text as row from users t
    union all select 'sessions', (to_jsonb(t) - 'last_active_at')::text from sessions t
    union all select 'factors', to_jsonb(t)::text from factors t
    union all select 'memberships', to_jsonb(t)::text from memberships t
    union all select 'organizations', to_jsonb(t)::text from organizations t
    union all select 'one_time_tokens', to_jsonb(t)::text from one_time_tokens t
    union all select 'outbox', to_jsonb(t)::text from outbox t
    union all select 'tenants', to_jsonb(t)::text from tenants t
    order by name, row`;

  async function answerTo({ who, name, target }: Cell, token: string | undefined, on: Subject) {
    const sent = rows[name].send?.(on) ?? {};
    const params = { tenantId: api.tenant.id, ...sent.params };
    const { status, body } = await api.call(name, { token, ...sent, params });
    return [who, name, target, status < 300 ? "ok" : (body.error.code as string)];
  }
  const wanted = ({ who, name, target, expected }: Cell) => [who, name, target, expected];

  test("a call that its bearer, its scope or its target forbids is refused and changes nothing", async () => {
    const refused = cells.filter(({ expected }) => expected !== "ok");
    const shared = new Map<Target, Subject>();
    for (const target of targets) shared.set(target, await subjects.make(target));
    const before = await dump();

    for (const who of Object.keys(made.actors)) {
      const own = refused.filter((cell) => cell.who === who);
      const answers = await Promise.all(
        own.map((cell) => {
          const { self, token } = cell.actor;
          const subject = shared.get(cell.target) as Subject;
          const isSelf = cell.target === "self" && self !== undefined;
          return answerTo(cell, token, isSelf ? { ...subject, id: self } : subject);
        }),
      );
      expect(answers).toEqual(own.map(wanted));
    }
    expect(await dump()).toEqual(before);
  }, 120_000);

  test("a call that nothing forbids is answered, and leaves everybody else alone", async () => {
    const bystander = await subjects.make("member");
    const before = await api.rowOf(bystander.id);

    for (const who of Object.keys(made.actors)) {
      const own = cells.filter((cell) => cell.who === who && cell.expected === "ok");
      const answers = await Promise.all(
        own.map(async (cell) => {
          const { actor, target } = cell;
          const fresh: Subject & { token?: string } =
            target === "self" ? await subjects.makeSelf(actor) : await subjects.make(target);
          return answerTo(cell, fresh.token ?? actor.token, fresh);
        }),
      );
      expect(answers).toEqual(own.map(wanted));
    }
    expect(await api.rowOf(bystander.id)).toBe(before);
  }, 120_000);
});
