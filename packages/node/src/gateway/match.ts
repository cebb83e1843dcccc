import { refusal } from "@hellojohn/contract";
import { type GatewayOperation, gatewayOperations, rowOf } from "./operations.js";

export interface Matched {
  name: GatewayOperation;
  params: Record<string, string>;
  /** The query string without its question mark, as it came. */
  search: string;
}

const address = /^[a-z]+:\/\/[^/?#]*([^?#]*)(?:\?([^#]*))?/i;

/** An id, and nothing a router would decode. */
const id = "([\\w-]{1,128})";

const routes = gatewayOperations.map((name) => {
  const { method, path } = rowOf(name);
  const names = [...path.matchAll(/:(\w+)/g)].map(([, param = ""]) => param);
  return { name, method, names, pattern: new RegExp(`^${path.replace(/:\w+/g, id)}$`) };
});

const unknown = () => refusal("not_found", "There is nothing at this address");

/** The operation a request asks for. The path is read as it was sent; what is not exactly a row is not found. */
export function matchOperation({ method, url }: Request, basePath: string): Matched {
  const [, path = "", search = ""] = address.exec(url) ?? [];
  if (!path.startsWith(`${basePath}/`)) throw unknown();
  for (const { name, names, pattern, ...route } of routes) {
    const [whole, ...values] = pattern.exec(path.slice(basePath.length)) ?? [];
    if (whole === undefined || route.method !== method) continue;
    const params = Object.fromEntries(names.map((param, i) => [param, values[i] ?? ""]));
    return { name, params, search };
  }
  throw unknown();
}
