import { HelloJohnError } from "@hellojohn/contract";
import { ada, createFake, type Fake, type FaultOptions, makeUsers } from "@hellojohn/react/testing";
import { expect, test } from "vitest";

const busy = new HelloJohnError("service_unavailable", "Busy");

const post = (fake: Fake, path: string, { headers = {}, body = {} } = {}) =>
  fake.fetch(`${fake.apiUrl}${path}`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${fake.secretKey}`,
      "Content-Type": "application/json",
      ...headers,
    },
    body: JSON.stringify(body),
  });

/** Which of many users could not be disabled. */
async function refusedOf(options: FaultOptions): Promise<number[]> {
  const users = makeUsers(100, { role: "member" });
  const fake = createFake({ users });
  fake.fail("disableUser", busy, options);
  const refused: number[] = [];
  for (const [index, { id }] of users.entries())
    if ((await post(fake, `/v1/users/${id}/disable`)).status === 503) refused.push(index);
  return refused;
}

test("a share of the calls fails, and the same ones each time", async () => {
  const refused = await refusedOf({ when: 0.3 });

  expect(refused.length).toBeGreaterThan(15);
  expect(refused.length).toBeLessThan(45);
  expect(await refusedOf({ when: 0.3 })).toEqual(refused);
  expect(await refusedOf({ when: 0.3, seed: 2 })).not.toEqual(refused);
});

test("a share and a number of times hold together", async () => {
  expect(await refusedOf({ when: 0.3, times: 4 })).toHaveLength(4);
});

test("what is sent may say whether the call fails", async () => {
  const fake = createFake();
  fake.fail("disableUser", busy, { when: ({ params }) => params["id"] === ada.id });
  fake.fail("createUser", busy, {
    when: ({ body }) => (body as { email?: string }).email === "eve@example.com",
  });
  const create = (email: string) => post(fake, "/v1/users", { body: { email } });

  expect((await post(fake, `/v1/users/${ada.id}/disable`)).status).toBe(503);
  expect((await post(fake, "/v1/users/usr_katherine/disable")).status).toBe(200);
  expect((await create("eve@example.com")).status).toBe(503);
  expect((await create("kay@example.com")).status).toBe(201);
});

test("an answer is lost after its effect, and the same key gets it later", async () => {
  const fake = createFake();
  fake.fail("createUser", "reset", { times: 1 });
  const body = { email: "kay@example.com" };
  const create = () => post(fake, "/v1/users", { body, headers: { "Idempotency-Key": "one" } });

  await expect(create()).rejects.toThrow(TypeError);
  expect(fake.users.map(({ email }) => email)).toContain("kay@example.com");
  const again = await create();

  expect(again.status).toBe(201);
  expect(fake.users.filter(({ email }) => email === "kay@example.com")).toHaveLength(1);
});

test("a refusal is lost like any answer", async () => {
  const fake = createFake();
  fake.fail("createUser", "reset");

  await expect(post(fake, "/v1/users", { body: { email: ada.email } })).rejects.toThrow(TypeError);
  fake.recover();
  expect((await post(fake, "/v1/users", { body: { email: ada.email } })).status).toBe(409);
});
