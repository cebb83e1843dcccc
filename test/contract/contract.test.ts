import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { scenarios } from "./scenarios.js";
import { createStage, type Scenario } from "./stage.js";
import { fakeTarget, serverTarget, type Target } from "./target.js";

beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterAll(() => void vi.useRealTimers());

async function play(target: Target, scenario: Scenario[1]): Promise<unknown[]> {
  const stage = createStage(target);
  await scenario(stage);
  return stage.notes;
}

test.each(scenarios)("the fake: %s", async (_, scenario) => {
  expect(await play(await fakeTarget(), scenario)).not.toHaveLength(0);
});

describe("the server gives the same answers", () => {
  let server: Target;

  beforeAll(async () => {
    server = await serverTarget();
  });

  afterAll(() => server.close());

  test.each(scenarios)("%s", async (_, scenario) => {
    const said = await play(await fakeTarget(), scenario);

    expect(await play(server, scenario)).toEqual(said);
  });
});
