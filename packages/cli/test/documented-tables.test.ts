import { afterAll, beforeAll, expect, test } from "vitest";
import { openServer, type TestServer } from "../../node/test/support/server.js";
import { forEachDatabase } from "../../server/test/support/database.js";
import { linesOf, type Program, programFor } from "./support/program.js";

const onMac =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
const onPhone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";

/** With ids of the documentation's length, rows stand where the documentation has them. */
forEachDatabase((kind) => {
  let server: TestServer;
  let hj: Program;
  beforeAll(async () => {
    server = await openServer(kind);
    hj = programFor(server);
    const tenant = server.tenant.id;
    await server.database.sql`
      insert into users (tenant_id, id, email, email_verified, role, disabled, password_hash, created_at)
      values
        (${tenant}, 'usr_01HABCDEF123456', 'jane@example.com', true, 'member', false, 'x', '2024-01-20T08:00:00Z'),
        (${tenant}, 'usr_01HABCDEF234567', 'john@example.com', true, 'member', false, 'x', '2024-02-10T23:59:59Z'),
        (${tenant}, 'usr_01HABCDEF345678', 'bob@example.com', true, 'member', true, 'x', '2024-03-01T00:00:00Z')`;
    await server.database.sql`
      insert into sessions (tenant_id, id, user_id, created_at, authenticated_at, last_active_at, expires_at, ip, user_agent)
      values
        (${tenant}, 'ses_01HABCDEF111111', 'usr_01HABCDEF123456', '2024-06-01T09:00:00Z', now(),
          now() - interval '14 minutes', now() + interval '1 day', '192.168.1.1', ${onMac}),
        (${tenant}, 'ses_01HABCDEF222222', 'usr_01HABCDEF123456', '2024-05-28T16:42:00Z', now(),
          now() - interval '3 days', now() + interval '1 day', '10.0.0.5', ${onPhone})`;
  });
  afterAll(() => server.close());

  test("users", async () => {
    const { stdout } = await hj("users list --order asc");

    const [head = "", ...rows] = linesOf(stdout);
    expect(rows).toEqual([
      "usr_01HABCDEF123456       jane@example.com          active    2024-01-20",
      "usr_01HABCDEF234567       john@example.com          active    2024-02-10",
      "usr_01HABCDEF345678       bob@example.com           disabled  2024-03-01",
    ]);
    expect(head.split(/\s+/)).toEqual(["ID", "EMAIL", "STATUS", "CREATED"]);
  });

  test("sessions", async () => {
    const { stdout } = await hj("users sessions list usr_01HABCDEF123456");

    expect(linesOf(stdout)).toEqual([
      "SESSION ID              CREATED              LAST ACTIVE     IP              DEVICE",
      "ses_01HABCDEF111111     2024-06-01 09:00     14 min ago      192.168.1.1     Chrome/macOS",
      "ses_01HABCDEF222222     2024-05-28 16:42     3 days ago      10.0.0.5        Safari/iOS",
    ]);
  });

  test("one user, with what belongs to her", async () => {
    const { stdout } = await hj("users get --email jane@example.com");

    expect(stdout).toMatch(/^Created {13}2024-01-20 08:00 \(\d+ years ago\)$/m);
    expect(stdout).toMatch(/^Last sign-in {8}never$/m);
    expect(stdout).toMatch(/^MFA factors {9}none$/m);
  });
});
