import { afterAll, beforeAll, expect, test } from "vitest";
import { forEachDatabase } from "../support/database.js";
import { openTestApi, password, type TestApi } from "./test-api.js";

const better = "a-better-password-of-mine";

forEachDatabase((kind) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(kind);
  });
  afterAll(() => api.close());

  const create = (body: object, token = api.tenant.sk) => api.call("createUser", { token, body });
  const accept = (token: string | undefined, new_password = better) =>
    api.call("resetPassword", { token: api.tenant.pk, body: { token, new_password } });
  const signIn = (email: string, secret: string) =>
    api.call("signIn", { token: api.tenant.pk, body: { email, password: secret } });

  test("an account is made with everything an administrator may say", async () => {
    const { status, body, headers } = await create({
      email: "Grace@Example.com",
      password,
      first_name: "Grace",
      last_name: "Hopper",
      phone: "+1 (415) 555-2671",
      avatar_url: "https://example.com/grace.png",
      role: "admin",
      email_verified: true,
      public_metadata: { theme: "dark", gone: null },
      metadata: { plan: "pro" },
    });

    expect(status).toBe(201);
    expect(headers.get("etag")).toBe('"1"');
    expect(body).toMatchObject({
      email: "Grace@Example.com",
      name: "Grace Hopper",
      phone_number: "+14155552671",
      phone_verified: false,
      role: "admin",
      status: "active",
      public_metadata: { theme: "dark" },
      private_metadata: { plan: "pro" },
      version: 1,
    });
    expect(body.public_metadata).not.toHaveProperty("gone");
    expect(await api.mailTo("Grace@Example.com")).toEqual([]);
    expect(await api.auditTypes(body.id)).toEqual(["user.created"]);
    expect((await signIn("grace@example.com", password)).status).toBe(200);
  });

  test("an address is not verified unless it is said to be, and nobody is asked to prove it", async () => {
    const { body } = await create({ email: "unproven@example.com", password });

    expect(body).toMatchObject({ email_verified: false, status: "unverified", role: "member" });
    expect(await api.mailTo("unproven@example.com")).toEqual([]);
  });

  test("without a password she is invited, and the link lets her in once", async () => {
    const { body } = await create({ email: "invited@example.com", name: "Ida" });
    const [mail] = await api.mailTo("invited@example.com");
    expect(body.status).toBe("pending");
    expect(mail?.kind).toBe("invitation");
    expect((await signIn("invited@example.com", password)).body.error.code).toBe(
      "invalid_credentials",
    );

    expect((await accept(mail?.token, "12345678")).body.error.code).toBe("password_too_weak");
    expect((await accept(mail?.token)).status).toBe(204);
    expect((await accept(mail?.token)).body.error.fields.token).toMatchObject([{ code: "used" }]);

    const entered = await signIn("invited@example.com", better);
    expect(entered.body.user).toMatchObject({ email_verified: true, status: "active" });
    expect(await api.auditTypes(body.id)).toEqual([
      "user.created",
      "user.sign_in_failed",
      "user.invitation_accepted",
      "user.signed_in",
    ]);
    expect(await api.mailTo("invited@example.com")).toHaveLength(1);
  });

  test("an invitation lasts seven days", async () => {
    const own = await openTestApi(kind);
    const invite = async (email: string) => {
      await own.call("createUser", { token: own.tenant.sk, body: { email } });
      return (await own.mailTo(email))[0]?.token;
    };
    const body = async (email: string) => ({ token: await invite(email), new_password: better });
    const [early, late] = [await body("early@example.com"), await body("late@example.com")];

    own.advance(7 * 24 * 3600 - 1);
    const inTime = await own.call("resetPassword", { token: own.tenant.pk, body: early });
    own.advance(1);
    const tooLate = await own.call("resetPassword", { token: own.tenant.pk, body: late });

    expect(inTime.status).toBe(204);
    expect(tooLate.body.error.fields.token).toMatchObject([{ code: "expired" }]);
    await own.close();
  });

  test("an invitation to an address that was changed since opens nothing", async () => {
    const { body } = await create({ email: "mistyped@example.com" });
    const [mail] = await api.mailTo("mistyped@example.com");

    await api.call("updateUser", {
      token: api.tenant.sk,
      params: { id: body.id },
      body: { email: "right@example.com", email_verified: true },
    });

    expect((await accept(mail?.token)).status).toBe(422);
  });

  test("someone with a password is greeted when that is asked for", async () => {
    await create({ email: "greeted@example.com", password, send_welcome_email: true });

    expect(await api.mailTo("greeted@example.com")).toMatchObject([{ kind: "welcome" }]);
  });

  test("who starts disabled is not invited", async () => {
    const { body } = await create({ email: "later@example.com", disabled: true });

    expect(body).toMatchObject({ disabled: true, status: "disabled" });
    expect(await api.mailTo("later@example.com")).toEqual([]);
  });

  test("she joins an organization with the account, or not at all", async () => {
    await api.database.sql`insert into organizations (tenant_id, id, name)
      values (${api.tenant.id}, 'org_1', 'Navy')`;
    const { body } = await create({ email: "joins@example.com", organization_id: "org_1" });
    const { body: read } = await api.call("getUser", {
      token: api.tenant.sk,
      params: { id: `${body.id}?include=organizations` },
    });
    expect(read.organizations).toMatchObject([{ name: "Navy", role: "member" }]);

    const unknown = await create({ email: "lost@example.com", organization_id: "org_2" });
    const roleAlone = await create({ email: "lost@example.com", organization_role: "owner" });

    expect(unknown.body.error).toMatchObject({
      status: 422,
      fields: { organization_id: [{ code: "not_found" }] },
    });
    expect(roleAlone.body.error.fields).toHaveProperty("organization_id");
    expect((await signIn("lost@example.com", password)).status).toBe(401);
    expect(await api.mailTo("lost@example.com")).toEqual([]);
  });

  test("which domains may sign up does not bind an administrator", async () => {
    const strict = await api.addTenant({ allowedEmailDomains: ["acme.example"] });

    const reply = await create({ email: "guest@elsewhere.example", password }, strict.sk);

    expect(reply.status).toBe(201);
  });

  test("weak, common and contradictory input is refused by its field", async () => {
    const refused = async (body: object) =>
      (await create({ email: "refused@example.com", ...body })).body.error;

    expect(await refused({ password: "short" })).toMatchObject({ code: "password_too_weak" });
    expect((await refused({ password: "password123" })).fields.password).toMatchObject([
      { code: "common" },
    ]);
    expect(await refused({ email: "no address" })).toMatchObject({ code: "invalid_email" });
    expect(await refused({ phone: "+14155552671", phone_number: "+14155552672" })).toMatchObject({
      fields: { phone: [{ code: "duplicate_field" }] },
    });
    expect(await refused({ metadata: { a: 1 }, private_metadata: { b: 1 } })).toMatchObject({
      fields: { metadata: [{ code: "duplicate_field" }] },
    });
    expect(await refused({ roles: ["admin"] })).toMatchObject({ code: "validation_failed" });
  });

  test("what nobody may set is refused whole, before any value, and written down", async () => {
    const { body } = await create({ email: "x", id: "usr_mine", version: 9, password: "short" });
    const [event] = await api.database.sql`
      select resource_id, changed_fields from audit_events
      where type = 'user.change_refused' order by id desc limit 1`;

    expect(body.error).toMatchObject({
      code: "field_not_editable",
      fields: { id: [{ code: "system_managed" }], version: [{ code: "system_managed" }] },
    });
    expect(event).toEqual({ resource_id: null, changed_fields: ["id", "version"] });
  });

  test("of a hundred accounts with one address one is made", async () => {
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        create({ email: n % 2 ? "hundred@example.com" : "HUNDRED@example.com" }),
      ),
    );

    const statuses = replies.map((reply) => reply.status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    const losers = replies.filter((reply) => reply.status !== 201);
    expect(new Set(losers.map((reply) => reply.body.error.code))).toEqual(
      new Set(["email_already_exists"]),
    );
    const rows = await api.database.sql`
      select 1 from users where email_lower = 'hundred@example.com'`;
    expect(rows).toHaveLength(1);
  });

  test("the same call with one key makes one account and one mail", async () => {
    const once = () =>
      api.call("createUser", {
        token: api.tenant.sk,
        body: { email: "keyed@example.com" },
        headers: { "Idempotency-Key": "create-1" },
      });

    const replies = await Promise.all([once(), once(), once()]);

    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1);
    expect(await api.mailTo("keyed@example.com")).toHaveLength(1);
  });
});
