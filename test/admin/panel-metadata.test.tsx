import { ada, createFake, type Fake } from "@hellojohn/react/testing";
import { mergePatch, type Metadata } from "@hellojohn/contract";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { randomFrom } from "./panel-random.js";
import { openFor, userIn } from "./actions-stage.js";

async function openMetadata(fake: Fake) {
  const page = await openFor(fake, { kind: "panel", userId: ada.id });
  await page.user.click(await screen.findByRole("tab", { name: "Metadata" }));
  const area = await screen.findByLabelText<HTMLTextAreaElement>("Public metadata");
  return { ...page, area };
}

const patchesOf = (fake: Fake) =>
  fake.requests
    .filter(({ endpoint }) => endpoint === "updateUser")
    .map(({ body }) => (body as { public_metadata: Metadata }).public_metadata);

/** What typing the whole text would leave there. */
const type = (area: HTMLElement, value: unknown) =>
  fireEvent.input(area, { target: { value: JSON.stringify(value) } });

test("what is sent is what changed, and a key that was taken out is removed", async () => {
  const fake = createFake();
  fake.updateUser(ada, { publicMetadata: { theme: "dark", plan: { seats: 3, tier: "pro" } } });
  const { user, area } = await openMetadata(fake);

  type(area, { theme: "dark", plan: { seats: 4 }, lang: "en" });
  await user.click(screen.getByRole("button", { name: "Save" }));

  await screen.findByText("Saved");
  expect(patchesOf(fake)).toEqual([{ plan: { seats: 4, tier: null }, lang: "en" }]);
  expect(userIn(fake, ada.id).publicMetadata).toEqual({
    ...{ theme: "dark", lang: "en", plan: { seats: 4 } },
  });
});

test("text that is no JSON, or that reading would change, is kept, refused and never sent", async () => {
  const fake = createFake();
  const { user, area } = await openMetadata(fake);
  const texts = ["{ theme", "[]", "7", `{ "big": 9007199254740993 }`, `{ "a": [{ "b": 1e400 }] }`];
  for (const value of texts) {
    fireEvent.input(area, { target: { value } });
    expect(area).toBeValid();
    await user.click(screen.getByRole("button", { name: "Save" }));

    await waitFor(() => expect(area).toBeInvalid());
    expect(area).toHaveAccessibleDescription(/JSON object, and large numbers as text/);
    expect(area).toHaveValue(value);
    await waitFor(() => expect(area).toHaveFocus());
  }
  expect(patchesOf(fake)).toEqual([]);
});

test("what the server refuses is told at the field, whatever it is", async () => {
  const fake = createFake();
  const { user, area } = await openMetadata(fake);
  for (const value of [`{ "__proto__": 1 }`, `{ "long": "${"x".repeat(9000)}" }`]) {
    fireEvent.input(area, { target: { value } });
    await user.click(screen.getByRole("button", { name: "Save" }));

    await waitFor(() => expect(area).toBeInvalid());
    expect(area).toHaveValue(value);
  }
  expect(userIn(fake, ada.id).publicMetadata).toEqual({});
});

test("a document changed elsewhere is asked about whole, a name changed elsewhere is not", async () => {
  const fake = createFake();
  fake.updateUser(ada, { publicMetadata: { theme: "dark" } });
  const { user, area } = await openMetadata(fake);
  type(area, { theme: "light" });
  fake.updateUser(ada, { lastName: "King" });
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/Saved, together/);

  type(area, { theme: "mine" });
  fake.updateUser(ada, { publicMetadata: { theme: "theirs", more: 1 } });
  await user.click(screen.getByRole("button", { name: "Save" }));
  await user.click(await screen.findByRole("button", { name: /Keep mine/ }));
  await user.click(screen.getByRole("button", { name: "Save" }));

  await waitFor(() => expect(userIn(fake, ada.id).publicMetadata).toEqual({ theme: "mine" }));
});

test("private metadata that a gateway keeps to itself has no editor", async () => {
  const fake = createFake();
  const connection = fake.signedInAs("grace@example.com");
  const keeping: typeof fetch = async (...call) => {
    const answer = await fake.fetch(...call);
    const text = await answer.text();
    const { status, headers } = answer;
    const kept = text.replace(/"private_metadata":\{[^}]*\},?/g, "");
    return new Response(status === 204 ? null : kept, { status, headers });
  };
  const request = { kind: "panel", userId: ada.id } as const;
  const { user } = await openFor(fake, request, { ...connection, fetch: keeping });

  await user.click(await screen.findByRole("tab", { name: "Metadata" }));

  expect(await screen.findByLabelText("Public metadata")).toBeVisible();
  expect(screen.queryByLabelText("Private metadata")).toBeNull();
});

test("whatever a document was and becomes, the patch that is sent makes one of the other", async () => {
  const random = randomFrom(7);
  const fake = createFake();
  const { user, area } = await openMetadata(fake);
  for (let round = 0; round < 10; round += 1) {
    const before = userIn(fake, ada.id).publicMetadata;
    const after = random.metadata(3);
    const sent = patchesOf(fake).length;

    type(area, after);
    await user.click(screen.getByRole("button", { name: "Save" }));

    await waitFor(() => expect(userIn(fake, ada.id).publicMetadata).toEqual(after));
    const [patch] = patchesOf(fake).slice(sent);
    expect(mergePatch(before, patch ?? {})).toEqual(after);
    await waitFor(() => expect(JSON.parse(area.value)).toEqual(after));
    await waitFor(() => expect(screen.queryByText("One moment…")).toBeNull());
  }
});
