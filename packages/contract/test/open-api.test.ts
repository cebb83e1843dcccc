import { endpoints, statusOf } from "@hellojohn/contract";
import { openApiDocument } from "@hellojohn/contract/schemas";
import { expect, test } from "vitest";

const document = openApiDocument("https://api.example.com");
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    path,
    method,
    operation: operation as {
      operationId: string;
      parameters: { name: string; in: string }[];
      responses: Record<string, unknown>;
      requestBody?: unknown;
      security: Record<string, string[]>[];
    },
  })),
);

function* everyRef(value: unknown, root: unknown): Generator<[string, unknown]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "$ref") yield [String(inner), root];
    else yield* everyRef(inner, key === "schema" ? inner : root);
  }
}

const resolve = (ref: string, root: unknown) =>
  ref
    .slice(1)
    .split("/")
    .filter(Boolean)
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], root);

test("the document is OpenAPI 3.1 and names its server", () => {
  expect(document).toMatchObject({
    openapi: "3.1.0",
    info: { title: expect.any(String), version: expect.any(String) },
    servers: [{ url: "https://api.example.com" }],
  });
});

test("every endpoint is in it under its own name, once", () => {
  expect(operations.map(({ operation }) => operation.operationId).toSorted()).toEqual(
    Object.keys(endpoints).toSorted(),
  );
  for (const { path, method, operation } of operations) {
    const row = endpoints[operation.operationId as keyof typeof endpoints];
    expect(`${method.toUpperCase()} ${path}`).toBe(
      `${row.method} ${row.path.replace(/:(\w+)/g, "{$1}")}`,
    );
  }
});

test("every variable of a path is described", () => {
  for (const { path, operation } of operations) {
    const variables = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const described = operation.parameters.filter(({ in: where }) => where === "path");
    expect(described.map(({ name }) => name)).toEqual(variables);
  }
});

test("every operation tells its success and each status of refusal", () => {
  for (const { operation } of operations) {
    const statuses = Object.keys(operation.responses).map(Number);
    expect(statuses.filter((status) => status < 300)).toHaveLength(1);
    expect(statuses).toEqual(expect.arrayContaining([...new Set(Object.values(statusOf))]));
  }
});

test("every bearer that is asked for is described", () => {
  for (const { operation } of operations)
    for (const name of operation.security.flatMap(Object.keys))
      expect(document.components.securitySchemes).toHaveProperty(name);
});

test("every reference leads somewhere", () => {
  for (const [ref, schemaRoot] of everyRef(document, document)) {
    const root = ref.startsWith("#/components/") ? document : schemaRoot;
    expect(resolve(ref, root), ref).toBeDefined();
  }
});

test("it survives JSON", () => {
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

test("bodies are closed: an unknown field is described as an error", () => {
  const bodies = operations.flatMap(({ operation }) => operation.requestBody ?? []);

  expect(bodies.length).toBeGreaterThan(10);
  for (const body of bodies) expect(JSON.stringify(body)).toContain('"additionalProperties":false');
});
