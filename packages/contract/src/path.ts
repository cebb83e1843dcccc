import type { Endpoint } from "./endpoint.js";
import { HelloJohnError } from "./errors.js";
import { snakeCase } from "./wire.js";

/** Nothing else ever becomes part of a path: a router decodes `..` and `%2f`. */
const shapes: Record<string, RegExp> = { email: /^[^\s/\\?#%]+@[\w.-]+$/ };
const id = /^[\w-]{1,128}$/;

const textOf = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : String(value);

/** The query string in the wire's spelling, with its question mark; empty without any value. */
function queryOf(query: object): string {
  const values = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(
    values.map(([name, value]) => [snakeCase(name), textOf(value)]),
  );
  return values.length > 0 ? `?${search}` : "";
}

/** The path and query of a call. Throws `not_found` when a parameter is no id: such a thing cannot exist. */
export function addressOf(
  endpoint: Endpoint,
  params: Readonly<Record<string, string>> = {},
  query: object = {},
): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name] ?? "";
    if (!(shapes[name] ?? id).test(value))
      throw new HelloJohnError("not_found", `\`${name}\` is not an id`, { status: 404 });
    return encodeURIComponent(value);
  });
  return path + queryOf(query);
}
