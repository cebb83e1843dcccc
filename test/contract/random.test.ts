import type { EndpointName } from "@hellojohn/contract";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { randomBodies } from "./random.js";
import { createStage, type Stage } from "./stage.js";
import { fakeTarget, serverTarget, type Target } from "./target.js";

const seed = Number(process.env["CONTRACT_SEED"] ?? 20_260_121);
const count = Number(process.env["CONTRACT_BODIES"] ?? 100);

let server: Target;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  server = await serverTarget();
});

afterAll(async () => {
  await server.close();
  vi.useRealTimers();
});

/** What a call says, and how the person looks afterwards. */
async function tell(stage: Stage, name: EndpointName, bodies: readonly object[]) {
  const { token, id } = await stage.person();
  const said = [];
  for (const body of bodies) {
    // oxlint-disable-next-line no-await-in-loop -- each answer depends on the calls before
    const answer = await stage.call(name, {
      token: name === "updateUser" ? undefined : token,
      params: { id },
      body: name === "updateMyMetadata" ? { public_metadata: Object.values(body)[0] } : body,
    });
    const {
      name: called,
      phone_number: phone,
      version,
      status,
      public_metadata: bag,
    } = answer.body;
    said.push({ body, note: stage.notes.at(-1), called, phone, version, status, bag });
  }
  return said;
}

/** Whom a call makes, by an address that nobody has. */
async function tellOfMaking(stage: Stage, name: EndpointName, bodies: readonly object[]) {
  const said = [];
  for (const [i, body] of bodies.entries()) {
    const sent = { ...body, email: `made${i}.by.${name}@example.com` };
    // oxlint-disable-next-line no-await-in-loop -- the same order for both
    const { body: answer } = await stage.call(name, { body: sent });
    const { id: _, created_at, updated_at: __, tenant_id: ___, error, ...made } = answer;
    said.push({ body, note: stage.notes.at(-1), made: created_at ? made : Boolean(error) });
  }
  return said;
}

test.each(["createUser", "createTenantUser"] as const)(
  "fake and server make the same of whatever is sent to %s",
  async (name) => {
    const bodies = randomBodies(seed, count);

    const said = await tellOfMaking(createStage(await fakeTarget()), name, bodies);

    expect(await tellOfMaking(createStage(server), name, bodies)).toEqual(said);
  },
);

test.each(["updateMe", "updateMyMetadata", "updateUser"] as const)(
  "fake and server say the same to whatever is sent to %s",
  async (name) => {
    const bodies = randomBodies(seed, count);

    const said = await tell(createStage(await fakeTarget()), name, bodies);

    expect(await tell(createStage(server), name, bodies)).toEqual(said);
  },
);
