import type * as z from "zod/mini";
import type { BodyOf, QueryOf } from "../endpoint.js";
import type { EndpointName, endpoints } from "../endpoints.js";
import type { FieldMessage } from "../errors.js";
import { refuseFields } from "../parse-input.js";
import { camelCase, fromWire } from "../wire.js";
import { type EndpointSchemas, schemas } from "./endpoints.js";

type Issue = z.core.$ZodIssue;

function codeOf(issue: Issue): string {
  if (issue.code === "custom") return String(issue.params?.["code"] ?? "invalid");
  if (issue.code === "invalid_type") return issue.input === undefined ? "required" : "invalid_type";
  if (issue.code === "too_big") return "too_long";
  if (issue.code === "too_small") return "too_short";
  return "invalid_format";
}

/** Every refused field with its reasons, named as TypeScript names it. */
function fieldsOf(issues: readonly Issue[]): Record<string, FieldMessage[]> {
  // A Map, for a body may name a field `constructor`.
  const fields = new Map<string, FieldMessage[]>();
  const add = (name: string, reason: FieldMessage) => {
    const field = camelCase(name);
    fields.set(field, [...(fields.get(field) ?? []), reason]);
  };
  for (const issue of issues) {
    const path = issue.path.map(String).join(".");
    if (issue.code === "unrecognized_keys")
      for (const key of issue.keys)
        add(path ? `${path}.${key}` : key, {
          code: "unknown_field",
          message: "There is no such field",
        });
    else add(path || "body", { code: codeOf(issue), message: issue.message });
  }
  return Object.fromEntries(fields);
}

function parse(schema: z.ZodMiniType | undefined, input: unknown): unknown {
  if (!schema) return undefined;
  const answer = schema.safeParse(input, { reportInput: true });
  if (!answer.success) throw refuseFields(fieldsOf(answer.error.issues));
  return fromWire(answer.data);
}

/** The body of a call, checked and in TypeScript's spelling. Throws one refusal that names every wrong field. */
export function parseBody<Name extends EndpointName>(
  name: Name,
  body: unknown,
): BodyOf<(typeof endpoints)[Name]>;
export function parseBody(name: EndpointName, body: unknown): unknown {
  const { body: schema }: EndpointSchemas = schemas[name];
  return parse(schema, body ?? {});
}

const twice = { code: "duplicate_field", message: "This is given more than once" };

/** The query of a call, read from its text. Throws one refusal that names every wrong field. */
export function parseQuery<Name extends EndpointName>(
  name: Name,
  query: URLSearchParams,
): QueryOf<(typeof endpoints)[Name]>;
export function parseQuery(name: EndpointName, query: URLSearchParams): unknown {
  const { query: schema }: EndpointSchemas = schemas[name];
  if (!schema) return undefined;
  const repeated = [...query.keys()].filter((key) => query.getAll(key).length > 1);
  if (repeated.length > 0)
    throw refuseFields(Object.fromEntries(repeated.map((key) => [camelCase(key), [twice]])));
  return parse(schema, Object.fromEntries(query));
}
