import { type GatewayOperation, isOperation, rowOf } from "./operations.js";

/** What the key may do, as far as the caller may do it. */
export function permissionsFor(permitted: ReadonlySet<GatewayOperation>, answer: unknown): unknown {
  const { operations, ...rest } = (answer ?? {}) as { operations?: unknown };
  const names = Array.isArray(operations) ? operations.filter(isOperation) : [];
  const both = names.filter((name) => permitted.has(name) || name === "getPermissions");
  const scopes = new Set(both.flatMap((name) => rowOf(name).scope ?? []));
  return { ...rest, scopes: [...scopes], operations: both };
}
