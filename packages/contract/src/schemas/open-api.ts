import * as z from "zod/mini";
import type { Endpoint } from "../endpoint.js";
import { type EndpointName, endpoints } from "../endpoints.js";
import { statusOf } from "../errors.js";
import { type EndpointSchemas, schemas } from "./endpoints.js";
import { errorWire } from "./replies.js";

const json = (schema: z.ZodMiniType, io: "input" | "output") => {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return { "application/json": { schema: shape } };
};

const parameter = (name: string, where: "path" | "query" | "header", description?: string) => ({
  name,
  in: where,
  required: where === "path",
  schema: { type: "string" },
  ...(description ? { description } : {}),
});

const headerFor: Partial<Record<Endpoint["method"], ReturnType<typeof parameter>>> = {
  PATCH: parameter(
    "If-Match",
    "header",
    'The version this change is based on, as `"7"`; 412 when it is no longer the current one',
  ),
  DELETE: parameter("If-Match", "header", "The version this deletion is based on"),
  POST: parameter(
    "Idempotency-Key",
    "header",
    "The same key and body within 24 h return the first answer",
  ),
};

const statuses = [...new Set(Object.values(statusOf))];

const answerOf = (reply: z.ZodMiniType | undefined, stream: readonly string[]) => {
  if (reply) return { content: json(reply, "output") };
  if (stream.length === 0) return {};
  return {
    content: Object.fromEntries(stream.map((type) => [type, { schema: { type: "string" } }])),
  };
};

function operation(name: EndpointName) {
  const { method, path, bearer, scope, reads }: Endpoint = endpoints[name];
  const { status = 200, body, query, reply, stream = [] }: EndpointSchemas = schemas[name];
  const queryNames = query instanceof z.ZodMiniObject ? Object.keys(query.shape) : [];
  const header = reads ? undefined : headerFor[method];
  return {
    operationId: name,
    security: bearer === "none" ? [] : [{ [bearer]: scope ? [scope] : [] }],
    parameters: [
      ...[...path.matchAll(/:(\w+)/g)].map(([, id = ""]) => parameter(id, "path")),
      ...queryNames.map((key) => parameter(key, "query")),
      ...(header ? [header] : []),
    ],
    ...(body ? { requestBody: { content: json(body, "input") } } : {}),
    responses: {
      [status]: { description: "Done", ...answerOf(reply, stream) },
      ...Object.fromEntries(
        statuses.map((refused) => [refused, { $ref: "#/components/responses/Refused" }]),
      ),
    },
  };
}

/** The API as OpenAPI 3.1, generated from the tables. */
export function openApiDocument(serverUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const { method, path } = endpoints[name];
    const template = path.replace(/:(\w+)/g, "{$1}");
    (paths[template] ??= {})[method.toLowerCase()] = operation(name);
  }
  const bearer = (description: string) => ({ type: "http", scheme: "bearer", description });
  return {
    openapi: "3.1.0",
    info: {
      title: "HelloJohn users API",
      version: "1.0.0",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      securitySchemes: {
        session: bearer("A person's access token"),
        publishable: bearer("The app's publishable key (`pk_…`)"),
        admin: bearer("A secret key (`sk_…`) with the scope, or an administrator's access token"),
      },
      responses: {
        Refused: {
          description: "Refused; switch on `error.code`",
          content: json(errorWire, "output"),
        },
      },
    },
  };
}
