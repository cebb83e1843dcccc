import { HelloJohnError } from "@hellojohn/contract/errors";
import type { Format } from "../output/formats.js";
import { printRows } from "../output/print.js";
import { createProgress } from "../output/progress.js";
import { lineOf, say } from "../failure.js";
import { listenForInterruption } from "./interruption.js";
import { endsAll, failed, type Outcome, outcomeView } from "./outcome.js";

export interface Batch {
  users: readonly string[];
  /** As many go at a time. */
  size: number;
  /** What became of each, in their order. A throw speaks of all of them. */
  act(users: readonly string[]): Promise<Step>;
  format: Format;
}

/** `error` is why the rest need not be tried. */
export interface Step {
  outcomes: Outcome[];
  error?: HelloJohnError | undefined;
}

type Course = Pick<Step, "error">;

const all = (users: readonly string[], outcome: string): Outcome[] =>
  users.map((user) => ({ user, outcome, code: null }));

type Interruption = ReturnType<typeof listenForInterruption>;

async function* outcomesOf(
  { users, size, act }: Batch,
  { state, orLeft }: Interruption,
  course: Course,
): AsyncGenerator<Outcome, void, undefined> {
  const acting = async (some: readonly string[]): Promise<Outcome[]> => {
    try {
      const { outcomes, error } = await act(some);
      course.error = error;
      return outcomes;
    } catch (error) {
      if (!HelloJohnError.is(error)) throw error;
      if (endsAll(error)) course.error = error;
      return some.map((user) => failed(user, error));
    }
  };
  for (let at = 0; at < users.length; at += size) {
    const some = users.slice(at, at + size);
    const isOver = state.stopping || course.error !== undefined;
    // oxlint-disable-next-line no-await-in-loop -- one batch after the other, so that it can be stopped
    const outcomes = isOver ? all(some, "not_done") : await orLeft(acting(some));
    yield* outcomes ?? all(some, "unknown");
  }
}

async function* counted(
  outcomes: AsyncIterable<Outcome>,
  counts: Map<string, number>,
  total: number,
) {
  const progress = createProgress();
  let done = 0;
  for await (const each of outcomes) {
    counts.set(each.outcome, (counts.get(each.outcome) ?? 0) + 1);
    progress.tell(`${++done} of ${total}`);
    yield each;
  }
  progress.clear();
}

const partial = ({ state }: Interruption): number => (state.stopping ? 130 : 1);

/** Acts on many users and prints what became of each; the exit code says whether all went well. */
export async function runBatch(batch: Batch): Promise<void> {
  const interruption = listenForInterruption();
  const course: Course = {};
  const counts = new Map<string, number>();
  // Until all is done: a reader of the outcomes may leave before.
  process.exitCode = 1;
  const outcomes = outcomesOf(batch, interruption, course);
  await printRows(counted(outcomes, counts, batch.users.length), batch.format, outcomeView);
  interruption.end();
  say([...counts].map(([outcome, count]) => `${count} ${outcome.replace("_", " ")}`).join(", "));
  if (course.error) say(`error: ${lineOf(course.error)}`);
  const isPartial = ["refused", "unknown", "not_done"].some((outcome) => counts.has(outcome));
  process.exitCode = isPartial ? partial(interruption) : 0;
  // A call that is not waited for would keep the process.
  if (interruption.state.leaving) process.exit(130);
}
