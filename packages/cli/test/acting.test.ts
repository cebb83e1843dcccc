import { afterAll, beforeAll, expect, test } from "vitest";
import { openServer, type TestServer } from "../../node/test/support/server.js";
import { forEachDatabase } from "../../server/test/support/database.js";
import { linesOf, type Program, programFor } from "./support/program.js";

/** What the documentation does not show, and the API has. */
forEachDatabase((kind) => {
  let server: TestServer;
  let hj: Program;
  beforeAll(async () => {
    server = await openServer(kind);
    hj = programFor(server);
  });
  afterAll(() => server.close());

  test("a user who is created without a password is invited", async () => {
    const { code, stdout, stderr } = await hj("users create --email invited@example.com");

    expect(code).toBe(0);
    expect(stdout).toMatch(/invited@example.com +pending/);
    expect(stderr).toBe("Created invited@example.com, who is invited by mail\n");
    expect((await server.mailTo("invited@example.com")).map((mail) => mail.kind)).toEqual([
      "invitation",
    ]);
  });

  test("a temporary password is set from stdin and ends every session", async () => {
    const person = await server.person("temporary@example.com");
    const { code, stderr } = await hj(`users reset-password ${person.id} --password-stdin`, {
      input: "a-temporary-password\n",
    });
    const signedIn = await server.call("signIn", {
      token: server.tenant.pk,
      body: { email: "temporary@example.com", password: "a-temporary-password" },
    });

    expect({ code, status: signedIn.status }).toEqual({ code: 0, status: 200 });
    expect(stderr).toBe("Set the password of temporary@example.com; 1 session ended\n");
    // She is told of it, without a link.
    expect((await server.mailTo("temporary@example.com")).map((mail) => mail.kind)).toEqual([
      "password_set",
    ]);
  });

  test("a change meant for another version is refused", async () => {
    const id = await server.addUser("versions@example.com");
    const first = await hj(`users update ${id} --first-name Jane --if-version 1`);
    const late = await hj(`users update ${id} --first-name John --if-version 1`);

    expect(first.code).toBe(0);
    expect(late).toMatchObject({ code: 1, stdout: "" });
    expect(late.stderr).toContain("(version_conflict)");
  });

  test("metadata may be public, several keys at once, each JSON or text", async () => {
    const id = await server.addUser("metadata@example.com");
    await hj([
      ...["users", "update", id, "--public", "--metadata-key", "theme", "--metadata-value", "dark"],
      ...["--metadata-key", "beta", "--metadata-value", "true"],
    ]);
    const { stdout } = await hj(`users get ${id} --format json`);

    expect(JSON.parse(stdout)).toMatchObject({
      public_metadata: { theme: "dark", beta: true },
      private_metadata: {},
    });
  });

  test("sessions outlive a disabling that is to keep them", async () => {
    const person = await server.person("kept@example.com");
    const { stdout } = await hj(`users disable ${person.id} --keep-sessions --format json`);

    expect(JSON.parse(stdout)).toMatchObject({
      user: { id: person.id, disabled: true },
      sessions_revoked: 0,
    });
  });

  test("one session is revoked, and the others go on", async () => {
    const person = await server.person("two@example.com");
    await server.signIn("two@example.com");
    const listed = await hj(`users sessions list ${person.id} --format json`);
    const [{ id }, other] = JSON.parse(listed.stdout).data;
    const revoked = await hj(`users sessions revoke ${id} --format json`);
    const left = await hj(`users sessions list ${person.id}`);

    expect(revoked).toMatchObject({ code: 0, stdout: '{\n  "revoked": 1\n}\n' });
    expect(linesOf(left.stdout)).toHaveLength(2);
    expect(left.stdout).toContain(other.id);
  });

  test("a user is named by address wherever an id is meant", async () => {
    await server.person("by-address@example.com");
    const user = "By-Address@Example.com";
    const outputs = await Promise.all(
      ["users get", "users sessions list", "users mfa list", "users export"].map((words) =>
        hj(`${words} ${user}`),
      ),
    );
    const deleted = await hj(`users delete ${user} --yes --reason Asked`);

    expect(outputs.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(deleted).toMatchObject({ code: 0, stderr: "Deleted by-address@example.com\n" });
  });

  test("filters and orders of the API are the list's options", async () => {
    for (const name of ["a", "b"]) await server.addUser(`${name}@filters.example`);
    await server.addUser("boss@filters.example", { role: "admin" });
    const list = async (words: string) => {
      const { stdout } = await hj(`users list --search @filters --format ndjson ${words}`);
      return stdout
        ? linesOf(stdout).map((line) => String(JSON.parse(line).email).split("@")[0])
        : [];
    };

    expect(await list("--role admin")).toEqual(["boss"]);
    expect(await list("--sort email --order desc")).toEqual(["boss", "b", "a"]);
    expect(await list("--email B@filters.example")).toEqual(["b"]);
    expect(await list("--mfa")).toEqual([]);
    expect(await list("--no-mfa --verified --sort email --limit 1")).toEqual(["a"]);
    expect(await list("--no-verified")).toEqual([]);
    expect(await list("--created-after 2999-01-01")).toEqual([]);
    expect(await list("--created-before 2999-01-01 --role admin")).toEqual(["boss"]);
  });

  test("whoami tells tenant, key and scopes, and never the key", async () => {
    const key = await server.tenant.addKey("secret", ["users:read"]);
    const env = { HELLOJOHN_SECRET_KEY: key };
    const told = await hj("whoami", { env });
    const refused = await hj("users create --email x@example.com", { env });

    expect(told.stdout).toContain("users:read");
    expect(told.stdout).not.toContain(key);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain("(insufficient_permissions)");
  });
});
