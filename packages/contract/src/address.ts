import type { Endpoint } from "./endpoint.js";
import { pathOf } from "./path.js";
import { snakeCase } from "./wire.js";

const shapes = { email: /^[^\s/\\?#%]+@[\w.-]+$/ };

const textOf = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : String(value);

/** A query in the wire's spelling, with its question mark; empty without any value. */
export function searchOf(query: object = {}): string {
  const values = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(
    values.map(([name, value]) => [snakeCase(name), textOf(value)]),
  );
  return values.length > 0 ? `?${search}` : "";
}

/** The path and query of a call. Throws `not_found` when a parameter is no id or address. */
export const addressOf = (
  endpoint: Endpoint,
  params?: Readonly<Record<string, string>>,
  query?: object,
): string => pathOf(endpoint, params, shapes) + searchOf(query);
