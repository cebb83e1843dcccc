/** A clock that tests can push forward. */
export interface Clock {
  now(): number;
  date(): Date;
  advance(ms: number): void;
}

export function createClock(start: () => number): Clock {
  let ahead = 0;
  const now = () => start() + ahead;
  return {
    now,
    date: () => new Date(now()),
    advance: (ms) => {
      ahead += ms;
    },
  };
}
