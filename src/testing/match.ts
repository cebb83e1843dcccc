import { type EndpointName, endpoints, refusal } from "@hellojohn/contract";

export interface Match {
  name: EndpointName;
  params: Readonly<Record<string, string>>;
}

const names = Object.keys(endpoints) as EndpointName[];

const patterns = names.map((name) => {
  const { method, path } = endpoints[name];
  return { name, method, pattern: new RegExp(`^${path.replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`) };
});

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The row of the endpoint table that a request asks for. */
export function match(method: string, pathname: string): Match {
  for (const row of patterns) {
    const found = row.method === method ? row.pattern.exec(pathname) : null;
    if (!found) continue;
    const params = Object.entries(found.groups ?? {}).map(([key, text]) => [key, decoded(text)]);
    return { name: row.name, params: Object.fromEntries(params) };
  }
  throw refusal("not_found", "There is no such endpoint");
}
