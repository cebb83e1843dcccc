import {
  type AdminOperation,
  type GatewayOperation,
  gatewayOperations,
  isAdminOperation,
  isOperation,
} from "./operations.js";

type Awaitable<T> = T | Promise<T>;

/**
 * Who may do what. `true` permits everything but `impersonate`, which must be named in a list. Anything else, a throw,
 * or no answer in time refuses.
 */
export type Authorize<Context = unknown> = (
  request: Request,
  context: Context,
) => Awaitable<boolean | readonly AdminOperation[] | null | undefined>;

const nothing: ReadonlySet<GatewayOperation> = new Set();
const everything = new Set(gatewayOperations.filter((name) => name !== "impersonate"));

function read(answer: unknown): ReadonlySet<GatewayOperation> {
  if (answer === true) return everything;
  if (!Array.isArray(answer)) return nothing;
  const names: unknown[] = [...answer];
  return names.every(isAdminOperation) ? new Set(names.filter(isOperation)) : nothing;
}

/** What this caller may do; nothing when `authorize` fails in any way. */
export async function permittedBy(
  ask: () => unknown,
  timeoutMs: number,
): Promise<ReadonlySet<GatewayOperation>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs);
  });
  try {
    return read(await Promise.race([(async () => ask())(), late]));
  } catch {
    return nothing;
  } finally {
    clearTimeout(timer);
  }
}
