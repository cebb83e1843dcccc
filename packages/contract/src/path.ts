import type { Endpoint } from "./endpoint.js";
import { HelloJohnError } from "./errors.js";

/** Nothing else ever becomes part of a path: a router decodes `..` and `%2f`. */
const id = /^[\w-]{1,128}$/;

/** The path of a call. Throws `not_found` when a parameter is no id: such a thing cannot exist. */
export const pathOf = (
  { path }: Endpoint,
  params: Readonly<Record<string, string>> = {},
  shapes: Readonly<Record<string, RegExp>> = {},
): string =>
  path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name] ?? "";
    if (!(shapes[name] ?? id).test(value))
      throw new HelloJohnError("not_found", `\`${name}\` is not an id`, { status: 404 });
    return encodeURIComponent(value);
  });
