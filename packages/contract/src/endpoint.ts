/** Who may call: a signed-in person, an app with its publishable key, the holder of a refresh token, or an administrator. */
export type Bearer = "session" | "publishable" | "none" | "admin";

/** What a secret key must hold to call. */
export type Scope =
  | "users:read"
  | "users:write"
  | "users:impersonate"
  | "sessions:read"
  | "sessions:write"
  | "audit:read"
  | "audit:write"
  | "config:read"
  | "config:write";

/** A row of the table. `Body`, `Reply` and `Query` are in TypeScript's spelling and exist for the compiler alone. */
export interface Endpoint<
  Path extends string = string,
  Body = unknown,
  Reply = unknown,
  Query = unknown,
> {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: Path;
  readonly bearer: Bearer;
  readonly scope?: Scope | undefined;
  /** A POST that changes nothing: it needs no idempotency key and counts as a read. */
  readonly reads?: boolean | undefined;
  readonly "~body"?: Body;
  readonly "~reply"?: Reply;
  readonly "~query"?: Query;
}

/** The names in a path: `/users/:id` has `id`. */
export type PathParams<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParams<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

export type BodyOf<E> = E extends Endpoint<string, infer Body, unknown, unknown> ? Body : never;
export type ReplyOf<E> = E extends Endpoint<string, unknown, infer Reply, unknown> ? Reply : never;
export type QueryOf<E> = E extends Endpoint<string, unknown, unknown, infer Query> ? Query : never;

/** Makes the rows of one method and bearer. */
export const row =
  (method: Endpoint["method"], bearer: Bearer) =>
  <Reply, Body = undefined, Query = undefined>() =>
  <Path extends string>(
    path: Path,
    scope?: Scope,
    options?: { reads: boolean },
  ): Endpoint<Path, Body, Reply, Query> => ({ method, path, bearer, scope, ...options });
