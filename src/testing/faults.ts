import { type EndpointName, HelloJohnError, statusOf } from "@hellojohn/contract";

/** A refusal to answer with, `"offline"` for no connection, `"hang"` for no answer. */
export type Fault = HelloJohnError | "offline" | "hang";

export interface Faults {
  fail(name: EndpointName, fault: Fault, times?: number): void;
  recover(name?: EndpointName): void;
  /** Throws what was asked for, or never settles; otherwise does nothing. */
  strike(name: EndpointName, signal: AbortSignal): Promise<void>;
}

const hang = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

/** An error made by hand has no status yet; the table knows it. */
function withStatus(error: HelloJohnError): HelloJohnError {
  const known: Record<string, number> = statusOf;
  return new HelloJohnError(error.code, error.message, {
    status: error.status || known[error.code] || 500,
    fields: error.fields,
    retryAfter: error.retryAfter,
    current: error.current,
    challengeId: error.challengeId,
  });
}

export function createFaults(): Faults {
  const planned = new Map<EndpointName, { fault: Fault; left: number }>();
  return {
    fail: (name, fault, times = Infinity) => void planned.set(name, { fault, left: times }),
    recover: (name) => void (name ? planned.delete(name) : planned.clear()),
    async strike(name, signal) {
      const plan = planned.get(name);
      if (!plan || plan.left <= 0) return;
      plan.left -= 1;
      if (plan.fault === "hang") await hang(signal);
      if (plan.fault === "offline") throw new TypeError("Failed to fetch");
      if (HelloJohnError.is(plan.fault)) throw withStatus(plan.fault);
    },
  };
}
