import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openServer, type TestServer } from "../../node/test/support/server.js";
import { forEachDatabase } from "../../server/test/support/database.js";
import { makeHome, run, type Setting } from "./support/program.js";

forEachDatabase((kind) => {
  let server: TestServer;
  let other: Awaited<ReturnType<TestServer["addTenant"]>>;
  let home: ReturnType<typeof makeHome>;
  let file: string;
  beforeAll(async () => {
    server = await openServer(kind);
    other = await server.addTenant();
  });
  beforeEach(() => {
    home = makeHome();
    file = join(home.path, "hellojohn/config.json");
  });
  afterEach(() => home.remove());
  afterAll(() => server.close());

  const hj = (words: string, { env = {}, ...setting }: Setting = {}) =>
    run(words.split(" "), { ...setting, env: { XDG_CONFIG_HOME: home.path, ...env } });
  const logIn = (key: string, words = "") =>
    hj(`login --key-stdin --api-url ${server.url}${words}`, { input: `${key}\n` });
  const tenantOf = async (words: string, env: Record<string, string> = {}): Promise<string> =>
    JSON.parse((await hj(`whoami --format json ${words}`.trim(), { env })).stdout).tenant.id;

  test("a login is tried, kept in a file for one's own eyes, used, and forgotten", async () => {
    const login = await logIn(server.tenant.sk);
    const who = await hj("whoami");
    const kept = JSON.parse(readFileSync(file, "utf8"));
    const logout = await hj("logout");
    const after = await hj("users list");

    expect(login).toMatchObject({ code: 0, stdout: "" });
    expect(login.stderr).toBe(`Logged in to Acme (${server.tenant.id}) as profile default\n`);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    expect(kept.profiles.default).toMatchObject({ apiUrl: server.url, tenantId: server.tenant.id });
    expect(who.stdout).toContain(`Acme (${server.tenant.id})`);
    expect(who.stdout).not.toContain(server.tenant.sk);
    expect([logout.code, after.code]).toEqual([0, 2]);
    expect(readFileSync(file, "utf8")).not.toContain(server.tenant.sk);
  });

  test("the file is closed to others, and one that is open is refused", async () => {
    await logIn(server.tenant.sk);
    const { mode } = statSync(file);
    chmodSync(file, 0o644);
    const open = await hj("users list");

    expect(mode & 0o777).toBe(0o600);
    expect(open).toMatchObject({ code: 2, stdout: "" });
    expect(open.stderr).toContain(`run: chmod 600 ${file}`);
  });

  test("a key that does not work is not kept", async () => {
    const { code, stderr } = await logIn("sk_test_0123456789abcdef");

    expect(code).toBe(1);
    expect(stderr).toContain("(invalid_api_key)");
    expect(() => statSync(file)).toThrow("ENOENT");
  });

  test("a login without a terminal or a key fails instead of waiting", async () => {
    const { code, stderr } = await hj(`login --api-url ${server.url}`);

    expect(code).toBe(2);
    expect(stderr).toContain("--key-stdin");
  });

  test("on a terminal it asks, and what is typed is not shown", async () => {
    const { code, stdout, stderr } = await hj(`login --api-url ${server.url}`, {
      ...{ terminal: "all", input: `${server.tenant.sk}\r` },
    });

    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toContain("Secret key");
    expect(stderr).not.toContain(server.tenant.sk);
    expect(JSON.parse(readFileSync(file, "utf8")).profiles.default.secretKey).toBe(
      server.tenant.sk,
    );
  });

  test("a flag stands before the environment, and the environment before a profile", async () => {
    await logIn(server.tenant.sk);
    const env = { HELLOJOHN_SECRET_KEY: other.sk };

    expect(await tenantOf("")).toBe(server.tenant.id);
    expect(await tenantOf("", env)).toBe(other.id);
    expect(await tenantOf(`--secret-key ${server.tenant.sk}`, env)).toBe(server.tenant.id);
    const elsewhere = await hj("whoami", { env: { HELLOJOHN_API_URL: "http://127.0.0.1:9" } });
    const wrongTenant = await hj("whoami", { env: { HELLOJOHN_TENANT_ID: "tnt_other" } });
    const rightTenant = await hj(`whoami --tenant ${server.tenant.id}`, {
      env: { HELLOJOHN_TENANT_ID: "tnt_other" },
    });
    expect(elsewhere.stderr).toContain("(network_error)");
    expect(wrongTenant.stderr).toContain("(tenant_mismatch)");
    expect(rightTenant.code).toBe(0);
  });

  test("profiles are chosen by flag, by environment, and for good", async () => {
    await logIn(other.sk, " --profile other");
    await logIn(server.tenant.sk);
    const named = await tenantOf("--profile other");
    const byEnvironment = await tenantOf("", { HELLOJOHN_PROFILE: "other" });
    const aboveEnvironment = await tenantOf("--profile other", {
      ...{ HELLOJOHN_SECRET_KEY: server.tenant.sk, HELLOJOHN_API_URL: "http://127.0.0.1:9" },
    });
    const before = await hj("profiles list");
    const used = await hj("profiles use other");
    const after = await tenantOf("");
    const unknown = await hj("whoami --profile nobody");

    expect([named, byEnvironment, aboveEnvironment, after]).toEqual(Array(4).fill(other.id));
    expect(before.stdout).toMatch(/^default \* +tnt_/m);
    expect(before.stdout).not.toContain("sk_");
    expect(used.code).toBe(0);
    expect(unknown).toMatchObject({ code: 2, stdout: "" });
  });

  test("a tenant is chosen by the profile that holds its key", async () => {
    await logIn(other.sk, " --profile other");
    await logIn(server.tenant.sk);
    const listed = await hj("tenants list --format json");
    const used = await hj(`tenants use ${other.id}`);
    const strange = await hj("tenants use acme-corp");

    expect(JSON.parse(listed.stdout)).toEqual([
      { id: other.id, name: "Acme", current: false, profile: "other" },
      { id: server.tenant.id, name: "Acme", current: true, profile: "default" },
    ]);
    expect(used.code).toBe(0);
    expect(await tenantOf("")).toBe(other.id);
    expect(strange).toMatchObject({ code: 2 });
  });

  test("a file that is damaged is told, and stands in nobody's way who needs none", async () => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "{", { mode: 0o600 });
    const needed = await hj("users list");
    const env = { HELLOJOHN_SECRET_KEY: server.tenant.sk, HELLOJOHN_API_URL: server.url };
    const unneeded = await hj("users list", { env });

    expect(needed.code).toBe(2);
    expect(needed.stderr).toContain("is not JSON");
    expect(unneeded.code).toBe(0);
  });

  test("a secret on the command line is warned of once, one on stdin is not", async () => {
    const words = `whoami --api-url ${server.url} --secret-key ${server.tenant.sk}`;
    const typed = await hj(words);
    const env = { HELLOJOHN_SECRET_KEY: server.tenant.sk, HELLOJOHN_API_URL: server.url };
    const piped = await hj("users create --email piped@example.com --password-stdin", {
      ...{ env, input: "a-long-enough-password\n" },
    });

    expect(typed.stderr.match(/warning: a secret on the command line/g)).toHaveLength(1);
    expect(typed.stderr).not.toContain(server.tenant.sk);
    expect(piped).toMatchObject({ code: 0, stderr: "Created piped@example.com\n" });
  });
});
