import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openServer, type TestServer } from "../../node/test/support/server.js";
import { forEachDatabase } from "../../server/test/support/database.js";
import { linesOf, makeHome, type Program, programFor } from "./support/program.js";

const home = makeHome();
afterAll(() => home.remove());

/** Every line a reader of the documentation would copy, with our own people in it. */
forEachDatabase((kind) => {
  let server: TestServer;
  let hj: Program;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    server = await openServer(kind);
    hj = programFor(server);
    for (const name of ["jane", "john", "bob"])
      ids[name] = await server.addUser(`${name}@example.com`);
    await server.database.sql`update users set disabled = true where id = ${ids["bob"]}`;
  });
  afterAll(() => server.close());

  test("hj users list prints id, address, status and the day of creation", async () => {
    const { code, stdout, stderr } = await hj("users list --sort email");

    const [head = "", first = ""] = linesOf(stdout);
    const today = new Date().toISOString().slice(0, 10);
    expect(head).toMatch(/^ID {26,}EMAIL {21}STATUS {4}CREATED$/);
    expect(linesOf(stdout).slice(1)).toEqual([
      expect.stringMatching(new RegExp(`^${ids["bob"]} +bob@example.com +disabled +${today}$`)),
      expect.stringMatching(new RegExp(`^${ids["jane"]} +jane@example.com +active +${today}$`)),
      expect.stringMatching(new RegExp(`^${ids["john"]} +john@example.com +active +${today}$`)),
    ]);
    expect(first.indexOf("bob@")).toBe(head.indexOf("EMAIL"));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("hj users list --search finds by part of an address", async () => {
    const { stdout } = await hj(["users", "list", "--search", "jane@"]);

    expect(linesOf(stdout)).toHaveLength(2);
    expect(stdout).toContain("jane@example.com");
  });

  test("hj users list --status disabled", async () => {
    const { stdout } = await hj("users list --status disabled");

    expect(linesOf(stdout)).toHaveLength(2);
    expect(stdout).toContain("bob@example.com");
  });

  test("hj users list --org names the members of an organization", async () => {
    const organization = await server.call("createOrganization", {
      token: server.tenant.sk,
      body: { name: "Lovelace" },
    });
    const org = String(organization.body.id);
    const made = await hj([
      ...["users", "create", "--email", "admin@example.com", "--password", "SecurePass123!"],
      ...["--verified", "--org", org, "--role", "admin"],
    ]);
    const { stdout } = await hj(`users list --org ${org}`);
    const details = await hj("users get --email admin@example.com --format json");

    expect(made.code).toBe(0);
    expect(linesOf(stdout)).toHaveLength(2);
    expect(JSON.parse(details.stdout)).toMatchObject({
      email_verified: true,
      status: "active",
      role: "member",
      organizations: [{ organization_id: org, name: "Lovelace", role: "admin" }],
    });
  });

  test("hj users list --limit and --cursor go from page to page", async () => {
    const first = await hj("users list --limit 2 --format json");
    const { data, pagination } = JSON.parse(first.stdout);
    const second = await hj(`users list --limit 2 --cursor ${pagination.next_cursor}`);
    const table = await hj("users list --limit 2");

    expect(data).toHaveLength(2);
    expect(pagination).toMatchObject({ limit: 2, has_more: true });
    for (const { id } of data) expect(second.stdout).not.toContain(id);
    expect(table.stderr).toMatch(/^2 of \d+ users\. For the next: --cursor \S+\n$/);
  });

  test("hj users get by id and by address prints all there is to know", async () => {
    const byId = await hj(`users get ${ids["jane"]}`);
    const byAddress = await hj("users get --email jane@example.com");

    expect(byId.stdout).toBe(byAddress.stdout);
    for (const label of ["Email", "Name", "MFA factors", "OAuth connections", "Last sign-in"])
      expect(byId.stdout).toMatch(new RegExp(`^${label} +\\S`, "m"));
    expect(byId.stdout).toMatch(/^Email +jane@example.com \(verified\)$/m);
    expect(byId.stdout).toMatch(/^Organizations +none$/m);
  });

  test("hj users create makes a user who can sign in, and sends no mail", async () => {
    const { code, stdout, stderr } = await hj([
      ...["users", "create", "--email", "doe@example.com", "--name", "Jane Doe"],
      ...["--password", "TemporaryPassword123!"],
    ]);

    const signedIn = await server.call("signIn", {
      token: server.tenant.pk,
      body: { email: "doe@example.com", password: "TemporaryPassword123!" },
    });
    expect({ code, status: signedIn.status }).toEqual({ code: 0, status: 200 });
    expect(signedIn.body.user).toMatchObject({ name: "Jane Doe", email_verified: false });
    expect(stdout).toContain("doe@example.com");
    expect(stderr.match(/warning:/g)).toHaveLength(1);
    expect(await server.mailTo("doe@example.com")).toEqual([]);
  });

  test("hj users update changes the name, and the address once it is proven", async () => {
    const id = ids["john"] ?? "";
    const waiting = await hj([
      ...["users", "update", id, "--name", "John Smith", "--email", "john.smith@example.com"],
    ]);
    const between = JSON.parse((await hj(`users get ${id} --format json`)).stdout);
    const skipped = await hj(
      `users update ${id} --email john.smith@example.com --skip-verification`,
    );
    const after = JSON.parse((await hj(`users get ${id} --format json`)).stdout);

    expect([waiting.code, skipped.code]).toEqual([0, 0]);
    expect(between).toMatchObject({ name: "John Smith", email: "john@example.com" });
    expect(between.pending_email).toBe("john.smith@example.com");
    expect(after).toMatchObject({ email: "john.smith@example.com", pending_email: null });
  });

  test("hj users update sets a metadata key and leaves the others", async () => {
    const set = (key: string, value: string) =>
      hj([
        ...["users", "update", ids["jane"] ?? ""],
        "--metadata-key",
        key,
        "--metadata-value",
        value,
      ]);
    await set("plan", "pro");
    await set("seats", "5");
    await set("plan", "null");
    const { stdout } = await hj(`users get ${ids["jane"]} --format json`);

    expect(JSON.parse(stdout).private_metadata).toEqual({ seats: 5 });
  });

  test("hj users disable ends sessions and sign-in, and the log keeps the reason", async () => {
    const person = await server.person("terms@example.com");
    const off = await hj(["users", "disable", person.id, "--reason", "Violated terms of service"]);
    const log = await server.call("listAuditEvents", {
      token: server.tenant.sk,
      query: { resource_id: person.id, type: "user.disabled" },
    });
    const on = await hj(`users enable ${person.id}`);

    expect([off.code, on.code]).toEqual([0, 0]);
    expect(off.stdout).toMatch(/terms@example.com +disabled/);
    expect(off.stderr).toBe("Disabled terms@example.com; 1 session ended\n");
    expect(log.body.data[0].reason).toBe("Violated terms of service");
    expect(on.stdout).toMatch(/terms@example.com +active/);
  });

  test("hj users delete removes a user for good, once it is confirmed", async () => {
    const id = await server.addUser("gone@example.com");
    const asked = await hj(`users delete ${id}`, { terminal: "all", input: "gone@example.com\n" });
    const again = await hj(`users get ${id}`);

    expect(asked).toMatchObject({ code: 0, stdout: "" });
    expect(asked.stderr).toContain("cannot be undone");
    expect(again.stderr).toMatch(/^error: .* \(user_not_found\)\n$/);
  });

  test("hj users impersonate prints a token, its end, whose it is, and the event", async () => {
    const { stdout, code } = await hj([
      ...["users", "impersonate", ids["jane"] ?? ""],
      ...["--reason", "Investigating reported issue #4521", "--duration", "30m"],
    ]);

    const answer = JSON.parse(stdout);
    const me = await server.call("getMe", { token: answer.access_token });
    expect(code).toBe(0);
    expect(Object.keys(answer)).toEqual([
      ...["access_token", "expires_at", "user_id", "audit_event_id"],
    ]);
    expect(stdout).toBe(`${JSON.stringify(answer, null, 2)}\n`);
    expect(answer.expires_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect([answer.user_id, me.body.id]).toEqual([ids["jane"], ids["jane"]]);
  });

  test("hj users sessions are listed and revoked", async () => {
    const person = await server.person("sessions@example.com");
    const listed = await hj(`users sessions list ${person.id}`);
    const revoked = await hj(`users sessions revoke-all ${person.id}`);
    const after = await hj(`users sessions list ${person.id}`);

    const [head = "", row = ""] = linesOf(listed.stdout);
    expect(head).toMatch(/^SESSION ID +CREATED {14}LAST ACTIVE {5}IP +DEVICE$/);
    expect(row).toMatch(/^ses_\w+ +\d{4}-\d\d-\d\d \d\d:\d\d {5}(just now|\d+ min ago) +\S+ +\S/);
    expect(revoked.stderr).toBe("1 session ended\n");
    expect(linesOf(after.stdout)).toHaveLength(1);
  });

  test("hj users mfa lists factors and removes one", async () => {
    const person = await server.person("factors@example.com");
    const factor = "fct_sample";
    await server.database.sql`insert into factors
      (tenant_id, id, user_id, type, sealed_secret, created_at, confirmed_at)
      values (${server.tenant.id}, ${factor}, ${person.id}, 'totp', '-', now(), now())`;
    const listed = await hj(`users mfa list ${person.id}`);
    const removed = await hj(`users mfa remove ${person.id} --factor-id ${factor}`);
    const after = await hj(`users mfa list ${person.id}`);

    expect(listed.stdout).toMatch(new RegExp(`^${factor} +totp +`, "m"));
    expect(removed.code).toBe(0);
    expect(linesOf(after.stdout)).toHaveLength(1);
  });

  test("hj users export writes everything held about a user into a file", async () => {
    const file = join(home.path, `${kind}.json`);
    const { code, stdout } = await hj(`users export ${ids["jane"]} --output ${file}`);

    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(Object.keys(JSON.parse(readFileSync(file, "utf8"))).sort()).toEqual([
      ...["audit_events", "connections", "exported_at", "factors", "organizations"],
      ...["sessions", "user"],
    ]);
  });

  test("--tenant names the tenant, and one that is not the key's is refused", async () => {
    const tenant = server.tenant.id;
    const id = await server.addUser("tenants@example.com");
    const listed = await hj(`users list --tenant ${tenant}`);
    const mailed = await hj(`users reset-password ${id} --tenant ${tenant} --send-email`);
    const disabled = await hj(`users disable ${id} --tenant ${tenant}`);
    const foreign = await hj("users list --tenant acme-corp");

    expect([listed.code, disabled.code, mailed.code]).toEqual([0, 0, 0]);
    expect((await server.mailTo("tenants@example.com"))[0]?.kind).toBe("password_reset");
    expect(foreign).toMatchObject({ code: 1, stdout: "" });
    expect(foreign.stderr).toContain("(tenant_mismatch)");
  });
});
