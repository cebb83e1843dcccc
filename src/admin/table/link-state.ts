import { snakeCase } from "@hellojohn/contract/wire";
import type { TableQuery, TableState } from "./table-state.js";

/** The query string of an app's router. */
export interface TableStatePort {
  /** The whole of it; what is not the table's is ignored. */
  read(): string;
  /** Takes the table's part. `text` may be an address and belongs into none. */
  write(search: string, options: { replace: boolean; text?: string | undefined }): void;
  subscribe(listener: () => void): () => void;
  /** The text written last; a port without this leaves it to the table's memory. */
  readText?(): string | undefined;
}

type Shape = Pick<RegExp, "test">;

const word = /^.{1,64}$/;
const flag = /^(true|false)$/;
/** A day that there is: the thirtieth of February is none. */
const day = {
  test: (text: string) =>
    /^\d{4}-\d\d-\d\d$/.test(text) && !!new Date(text).toJSON()?.startsWith(text),
};

/** What each part of a link looks like; what looks otherwise is ignored. */
const shapes: Record<keyof TableQuery, Shape> = {
  q: /^[^@＠]{1,200}$/,
  sort: /^(created_at|email|name|last_sign_in_at)$/,
  order: /^(asc|desc)$/,
  limit: /^([1-9]\d?|100)$/,
  status: word,
  role: word,
  mfaEnrolled: flag,
  emailVerified: flag,
  org: word,
  createdAfter: day,
  createdBefore: day,
};

const parts = Object.keys(shapes) as (keyof TableQuery)[];

/** Links from before there were versions spell things as the API's lists do. */
const aliases: Partial<Record<keyof TableQuery, string>> = {
  q: "search",
  sort: "order_by",
  order: "direction",
  org: "organization_id",
};

/** Every name a link may use, old ones too. */
export const linkNames: ReadonlySet<string> = new Set([
  "v",
  ...parts.map((part) => snakeCase(part)),
  ...Object.values(aliases),
]);

/** Reads a link; nothing when it is none, or is of a version unknown here. */
export function readLink(search: string): TableQuery | undefined {
  const params = new URLSearchParams(search);
  const version = params.get("v") ?? "0";
  if (version !== "0" && version !== "1") return undefined;
  const query: Record<string, unknown> = {};
  for (const part of parts) {
    const alias = version === "0" && params.get(aliases[part] ?? "");
    const text = params.get(snakeCase(part)) ?? (alias || "");
    if (!shapes[part].test(text)) continue;
    query[part] = shapes[part] === flag ? text === "true" : part === "limit" ? Number(text) : text;
  }
  return version === "1" || Object.keys(query).length > 0 ? query : undefined;
}

/** Writes a link that `readLink` reads, without text that may be an address. */
export function writeLink(query: TableQuery): string {
  const params = new URLSearchParams({ v: "1" });
  for (const part of parts) {
    const text = String(query[part] ?? "");
    if (shapes[part].test(text)) params.set(snakeCase(part), text);
  }
  return params.toString();
}

/** Keeps what a table shows in the query string of an app's router; addresses someone searched for stay in memory. */
export function linkState(port: TableStatePort): TableState {
  const listeners = new Set<() => void>();
  let text: string | undefined;
  let kept: { of: string; query: TableQuery | undefined } | undefined;
  return {
    get() {
      const q = port.readText ? port.readText() : text;
      const search = port.read();
      const of = `${search}\n${q ?? ""}`;
      const query = readLink(search);
      if (kept?.of !== of) kept = { of, query: q ? { ...query, q } : query };
      return kept.query;
    },
    set(query, { replace }) {
      text = query.q && !shapes.q.test(query.q) ? query.q : undefined;
      port.write(writeLink(query), { replace, text });
      // A router keeps quiet when only the text changed.
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      const stop = port.subscribe(listener);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
}
