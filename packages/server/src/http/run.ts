import { type EndpointName, toWireText } from "@hellojohn/contract";
import type { Sql } from "../database/sql.js";
import type { Call, Operation, Stream } from "../services/call.js";
import { type Answer, statusOf } from "./answer.js";
import { handlers } from "./handlers.js";
import { AlreadyDone, type Idempotency } from "./idempotency.js";
import { versionOf } from "./if-match.js";
import { isStream } from "./stream.js";

/** Runs the handler with a transaction that keeps its answer. */
export async function run(
  name: EndpointName,
  operation: Operation,
  sent: { body: unknown; query: unknown; params: object },
  once: Idempotency | undefined,
): Promise<Answer | Stream> {
  const { database } = operation.context;
  const status = statusOf(name);
  const transact = (work: (sql: Sql) => Promise<unknown>) =>
    database.transaction(async (sql) => {
      await once?.claim(sql);
      const reply = await work(sql);
      await once?.keep(sql, { status, text: toWireText(reply) });
      return reply;
    });
  const transactPart = async (part: string, work: (sql: Sql) => Promise<unknown>) => {
    const own = once?.part(part);
    const first = await own?.find();
    if (first) return JSON.parse(first.text);
    try {
      return await database.transaction(async (sql) => {
        await own?.claim(sql);
        const outcome = await work(sql);
        await own?.keep(sql, { status, text: JSON.stringify(outcome ?? null) });
        return outcome;
      });
    } catch (error) {
      const done = error instanceof AlreadyDone ? await own?.find() : undefined;
      if (done) return JSON.parse(done.text);
      throw error;
    }
  };
  // The table ties each name to its handler; the compiler cannot follow it through the name.
  const handler = handlers[name] as (call: Call<EndpointName>) => Promise<unknown>;
  const call = Object.assign(operation, sent, { transact, transactPart }) as Call<EndpointName>;
  const reply = await handler(call);
  return isStream(reply) ? reply : { status, text: toWireText(reply), version: versionOf(reply) };
}
