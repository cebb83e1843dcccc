import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, inject, test } from "vitest";
import { app } from "./installed.js";
import { runProgram } from "./programs.js";
import { complaints, writeSamples } from "./typescript.js";

beforeAll(writeSamples);

test("every entry and every documented sample type-checks the way a bundler resolves", async () => {
  expect(await complaints("bundler")).toEqual([]);
});

test("they type-check the way Node resolves, too, and Node runs those that are for it", async () => {
  const { url, secretKey, publishableKey, tenantId } = inject("api");

  expect(await complaints("node16")).toEqual([]);

  const env = {
    HELLOJOHN_API_URL: url,
    HELLOJOHN_SECRET_KEY: secretKey,
    HELLOJOHN_PUBLISHABLE_KEY: publishableKey,
    HELLOJOHN_TENANT_ID: tenantId,
  };
  const ran = await runProgram(process.execPath, ["built/run.js"], { cwd: app, env });
  expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: "" });
  const told = JSON.parse(ran.stdout);
  const { id } = told.created;
  expect(told).toMatchObject({
    created: { emailVerified: true, metadata: { plan: "pro", source: "import" } },
    read: { user: { id, email: "jane@example.com" }, same: { id } },
    updated: { lastName: "Smith", metadata: { plan: "enterprise", source: "import" } },
    access: { disabled: true, after: { disabled: false } },
    metadata: {
      plan: "pro",
      metadata: { source: "import", featureFlags: { newDashboard: true } },
    },
    everything: { phoneNumber: "+14155552671", pendingEmail: "jane.smith@example.com" },
    found: { email: "ada@example.com" },
    suspended: { type: "user.suspended", resourceId: id },
    gone: null,
    own: { name: "Alice Chen", metadata: { theme: "dark" } },
  });
  expect(told.everything.metadata).not.toHaveProperty("source");
  expect(told.listed.users).toHaveLength(Math.min(50, told.listed.total));
  expect(told.listed.activeUsers.length).toBeGreaterThan(0);
  expect(told.exported.auditEvents.length).toBeGreaterThan(0);
  for (const token of [told.impersonated, told.support])
    expect(JSON.parse(atob(token.split(".")[1]))).toMatchObject({ sub: id, tenant_id: tenantId });
});

test("what an app may not import or send does not compile", async () => {
  const wrong = `
import { HelloJohn } from "@hellojohn/node";
import "@hellojohn/react/src/index.js";
void new HelloJohn().users.update("usr_1", { id: "usr_2" });`;
  writeFileSync(join(app, "wrong.ts"), wrong);

  const said = await complaints("bundler", ["wrong.ts"]);

  expect(said.map((line) => /error (TS\d+)/.exec(line)?.[1])).toEqual(["TS2882", "TS2353"]);
});
