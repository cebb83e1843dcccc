import { HelloJohnError } from "@hellojohn/contract";
import { createClient } from "@hellojohn/react/client";
import { ada, createFake, fakePassword } from "@hellojohn/react/testing";
import { handlers } from "@hellojohn/react/testing/msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

const worker = setupServer();

beforeAll(() => worker.listen({ onUnhandledRequest: "error" }));
afterEach(() => worker.resetHandlers());
afterAll(() => worker.close());

test("a client that knows nothing of the fake talks to it through Mock Service Worker", async () => {
  const fake = createFake();
  worker.use(...handlers(fake));
  const client = createClient({ publishableKey: fake.publishableKey });

  await client.signIn({ email: ada.email, password: fakePassword });
  const saved = await client.user.updateProfile({ name: "Countess" });

  expect(saved).toMatchObject({ name: "Countess" });
  expect(fake.requests.map(({ endpoint }) => endpoint)).toEqual(["signIn", "updateMe"]);
});

test("the API may live at an address of the app's own", async () => {
  const fake = createFake();
  const apiUrl = "https://app.example.com/api/hellojohn";
  worker.use(...handlers(fake, { apiUrl }));
  const { sessionStore } = fake.signedInAs(ada);
  const client = createClient({ apiUrl, sessionStore });

  expect(await client.user.get()).toMatchObject({ email: ada.email });
});

test("a refusal and a lost connection arrive as such", async () => {
  const fake = createFake();
  worker.use(...handlers(fake));
  const { sessionStore } = fake.signedInAs(ada);
  const client = createClient({ sessionStore, maxRetries: 0 });

  fake.fail("updateMe", new HelloJohnError("email_already_exists", "Taken"));
  await expect(client.user.updateProfile({ name: "x" })).rejects.toMatchObject({
    code: "email_already_exists",
    status: 409,
  });
  fake.fail("updateMe", "offline");
  await expect(client.user.updateProfile({ name: "x" })).rejects.toMatchObject({
    code: "network_error",
  });
});
