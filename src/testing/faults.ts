import { type EndpointName, HelloJohnError, statusOf } from "@hellojohn/contract";
import type { FakeRequest } from "./answer.js";
import { randomFrom } from "./random.js";

/** A refusal to answer with, `"offline"` for no connection, `"hang"` for no answer, `"reset"` for an effect whose answer is lost. */
export type Fault = HelloJohnError | "offline" | "hang" | "reset";

/** How often, and for which calls. */
export interface FaultOptions {
  times?: number;
  /** A share of the calls, such as 0.3, or what tells of each whether it fails. */
  when?: number | ((request: FakeRequest) => boolean);
  /** Chooses which calls make up the share; the same seed chooses the same ones. */
  seed?: number;
}

export interface Faults {
  fail(name: EndpointName, fault: Fault, options: FaultOptions): void;
  recover(name?: EndpointName): void;
  /** Throws what was asked for, or never settles; else tells whether the answer is to be lost. */
  strike(request: FakeRequest, signal: AbortSignal): Promise<boolean>;
}

interface Plan {
  fault: Fault;
  left: number;
  isHit(request: FakeRequest): boolean;
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

function planOf(fault: Fault, { times = Infinity, when = 1, seed = 1 }: FaultOptions): Plan {
  const random = randomFrom(seed);
  return { fault, left: times, isHit: typeof when === "function" ? when : () => random() < when };
}

export function createFaults(): Faults {
  const planned = new Map<EndpointName, Plan>();
  return {
    fail: (name, fault, options) => void planned.set(name, planOf(fault, options)),
    recover: (name) => void (name ? planned.delete(name) : planned.clear()),
    async strike(request, signal) {
      const plan = planned.get(request.endpoint);
      if (!plan || plan.left <= 0 || !plan.isHit(request)) return false;
      plan.left -= 1;
      if (plan.fault === "hang") await hang(signal);
      if (plan.fault === "offline") throw new TypeError("Failed to fetch");
      if (HelloJohnError.is(plan.fault)) throw withStatus(plan.fault);
      return true;
    },
  };
}
