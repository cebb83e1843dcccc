type Said<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** What was said of this; the API is not told of the rest. */
export const said = <T extends object>(given: T): Said<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Said<T>;
