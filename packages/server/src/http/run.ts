import { type EndpointName, toWire } from "@hellojohn/contract";
import type { Sql } from "../database/sql.js";
import type { Call, Operation, Stream } from "../services/call.js";
import { statusOf } from "./answer.js";
import { handlers } from "./handlers.js";
import { AlreadyDone, type Answer, type Idempotency } from "./idempotency.js";
import { isStream } from "./stream.js";

/** Runs the handler with a transaction that keeps its answer. */
export async function run(
  name: EndpointName,
  { operation, ...sent }: { operation: Operation; body: unknown; query: unknown; params: object },
  once: Idempotency | undefined,
): Promise<Answer | Stream> {
  const status = statusOf(name);
  const transact = (work: (sql: Sql) => Promise<unknown>) =>
    operation.context.database.transaction(async (sql) => {
      await once?.claim(sql);
      const reply = await work(sql);
      await once?.keep(sql, { status, wire: toWire(reply) });
      return reply;
    });
  const transactPart = async (part: string, work: (sql: Sql) => Promise<unknown>) => {
    const own = once?.part(part);
    const first = await own?.find();
    if (first) return first.wire;
    try {
      return await operation.context.database.transaction(async (sql) => {
        await own?.claim(sql);
        const outcome = await work(sql);
        await own?.keep(sql, { status, wire: outcome });
        return outcome;
      });
    } catch (error) {
      const done = error instanceof AlreadyDone ? await own?.find() : undefined;
      if (done) return done.wire;
      throw error;
    }
  };
  // The table ties each name to its handler; the compiler cannot follow it through the name.
  const handler = handlers[name] as (call: Call<EndpointName>) => Promise<unknown>;
  const reply = await handler({
    ...operation,
    ...sent,
    transact,
    transactPart,
  } as Call<EndpointName>);
  return isStream(reply) ? reply : { status, wire: toWire(reply) };
}
