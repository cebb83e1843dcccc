import { refusal } from "@hellojohn/contract";

interface Limits {
  /** How many run at once. */
  running: number;
  /** How many may wait; the rest are told to come back. */
  waiting: number;
}

/** Lets a few costly jobs run at once and a bounded number wait, so that a flood of sign-ins leaves the rest of the API alive. */
export function makeQueue({ running, waiting }: Limits): <T>(job: () => Promise<T>) => Promise<T> {
  const line: (() => void)[] = [];
  let busy = 0;

  return async (job) => {
    if (busy < running) busy++;
    else if (line.length < waiting) await new Promise<void>((resolve) => line.push(resolve));
    else
      throw refusal("service_unavailable", "Too many sign-ins at once; try again", {
        retryAfter: 1,
      });
    try {
      return await job();
    } finally {
      const next = line.shift();
      // The next job inherits the place.
      if (next) next();
      else busy--;
    }
  };
}
