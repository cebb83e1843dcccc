/** Objects whose keys belong to the tenant; no key inside is ever respelled. */
export const bags = /^(?:(?:public|private)_?)?metadata$/i;

type CamelCase<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

/** The wire's spelling of a TypeScript name. */
export type SnakeCase<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Head extends Lowercase<Head>
    ? `${Head}${SnakeCase<Tail>}`
    : `_${Lowercase<Head>}${SnakeCase<Tail>}`
  : S;

type Bag = Record<string, unknown>;

type FromWireValue<K, V> = K extends `${string}_at`
  ? V extends string
    ? Date
    : V
  : K extends `${string}metadata`
    ? V
    : FromWire<V>;

/** The TypeScript form of a wire shape: camelCase names, `…_at` as `Date`, metadata as it is. */
export type FromWire<T> = T extends string
  ? T
  : T extends readonly (infer Item)[]
    ? FromWire<Item>[]
    : T extends object
      ? { [K in keyof T as K extends string ? CamelCase<K> : K]: FromWireValue<K, T[K]> }
      : T;

/** Respells a name, or a path such as `sessionConfig.accessTokenTtl`; keys in a bag stay the tenant's own. */
const respeller = (respell: (name: string) => string) => {
  // The same few names come again and again; strangers' names must not pile up.
  const known = new Map<string, string>();
  return (path: string): string => {
    let name = known.get(path);
    if (name === undefined) {
      const [head = "", ...rest] = path.split(".");
      name = [respell(head), ...(bags.test(head) ? rest : rest.map(respell))].join(".");
      if (known.size >= 500) known.clear();
      known.set(path, name);
    }
    return name;
  };
};

export const camelCase = respeller((name) =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
);

export const snakeCase = respeller((name) =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
);

export const isObject = (value: unknown): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** In a list of refused fields, `created_at` is followed by a reason. */
const isTime = (key: string, value: unknown): value is string =>
  key.endsWith("_at") && typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value);

/** Every answer of a server and every row of a long list passes here: one loop, and no pattern tried in vain. */
function respelled(value: unknown, spell: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => respelled(each, spell));
  if (value instanceof Date) return value.toISOString();
  if (!isObject(value)) return value;
  const answer: Bag = {};
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    const name = spell(key);
    if (typeof inner !== "object")
      answer[name] = spell === camelCase && isTime(key, inner) ? new Date(inner) : inner;
    else if (bags.test(key)) answer[name] = inner;
    // A list called `fields` holds names, and names are respelled too.
    else if (key === "fields" && Array.isArray(inner))
      answer[name] = inner.map((field) => spell(String(field)));
    else answer[name] = respelled(inner, spell);
  }
  return answer;
}

/** Reads an answer: names become camelCase, `…_at` a `Date`. What it does not know it passes on. */
export function fromWire<T>(value: T): FromWire<T>;
export function fromWire(value: unknown): unknown {
  return respelled(value, camelCase);
}

/** Writes an input: names become snake_case, a `Date` becomes RFC 3339, `undefined` is left out. */
export const toWire = (value: unknown): unknown => respelled(value, snakeCase);
