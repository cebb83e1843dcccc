import { refusal } from "@hellojohn/contract";
import { openApiDocument } from "@hellojohn/contract/schemas";
import { Hono } from "hono";
import type { Context } from "../context.js";
import type { Env } from "./env.js";

/** What the server tells of itself to anyone: whether it lives and is ready, its keys, its API. */
export function wellKnown({ database, secrets, config, stopping }: Context): Hono<Env> {
  const app = new Hono<Env>();
  let document: object | undefined;

  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) => {
    if (stopping?.())
      throw refusal("service_unavailable", "The server is stopping", { retryAfter: 5 });
    await database.sql`select 1 as ready`;
    return c.json({ status: "ready" });
  });
  app.get("/.well-known/jwks.json", (c) => c.json(secrets.jwks));
  app.get("/openapi.json", (c) => c.json((document ??= openApiDocument(config.publicUrl))));
  return app;
}
