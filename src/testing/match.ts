import { type EndpointName, endpoints, refusal } from "@hellojohn/contract";

export interface Match {
  name: EndpointName;
  params: Readonly<Record<string, string>>;
}

const names = Object.keys(endpoints) as EndpointName[];

const patterns = names.map((name) => {
  const { method, path } = endpoints[name];
  return { name, method, pattern: new RegExp(`^${path.replace(/:(\w+)/g, "(?<$1>[\\w-]+)")}$`) };
});

/** The row of the endpoint table that a request asks for. */
export function match(method: string, pathname: string): Match {
  for (const row of patterns) {
    const found = row.method === method ? row.pattern.exec(pathname) : null;
    if (found) return { name: row.name, params: { ...found.groups } };
  }
  throw refusal("not_found", "There is no such endpoint");
}
