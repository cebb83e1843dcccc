import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { scenarios } from "./scenarios.js";
import { createStage, type Scenario } from "./stage.js";
import { fakeTarget, serverTarget, type Target } from "./target.js";

let fake: Target;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  fake = await fakeTarget();
});

afterAll(() => void vi.useRealTimers());

async function play(target: Target, scenario: Scenario[1]): Promise<unknown[]> {
  const stage = createStage(target);
  await scenario(stage);
  return stage.notes;
}

test.each(scenarios)("the fake: %s", async (_, scenario) => {
  expect(await play(fake, scenario)).not.toHaveLength(0);
});

describe("the server gives the same answers", () => {
  let server: Target;

  beforeAll(async () => {
    server = await serverTarget();
  });

  afterAll(() => server.close());

  test.each(scenarios)("%s", async (_, scenario) => {
    const said = await play(fake, scenario);

    expect(await play(server, scenario)).toEqual(said);
  });
});
