/** The server's clock as seen from here; devices are often minutes wrong, and lifetimes are told in the server's time. */
export interface ServerClock {
  now(): number;
  /** How far it is ahead of ours, in milliseconds. */
  skew(): number;
  adopt(skew: number | undefined): void;
  /** Reads the `Date` of an answer, where the server lets scripts see it. */
  hear(headers: Headers): void;
  /** A token is issued at the moment it is sent: the next best thing. */
  hearToken(issuedAt: number | undefined): void;
}

export function createServerClock(): ServerClock {
  let skew = 0;
  let heard = false;
  return {
    now: () => Date.now() + skew,
    skew: () => skew,
    adopt: (known = skew) => void (skew = known),
    hear(headers) {
      const date = Date.parse(headers.get("Date") ?? "");
      if (!date) return;
      skew = date - Date.now();
      heard = true;
    },
    hearToken(issuedAt) {
      if (!heard && issuedAt) skew = issuedAt * 1000 - Date.now();
    },
  };
}
