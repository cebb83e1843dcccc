import type { TestProject } from "vitest/node";
import { build } from "../../scripts/build.mjs";
import { type Demo, startDemo } from "../../scripts/demo.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    demo: Pick<Demo, "appUrl" | "apiUrl" | "demo">;
  }
}

/** The built server, on a database of its own, and the built demo app: what `npm start` starts. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await build(undefined, { kinds: ["js"] });
  const { appUrl, apiUrl, demo, stop } = await startDemo({
    env: {
      PORT: "0",
      HELLOJOHN_DATA_DIR: "memory://",
      HELLOJOHN_DEMO_USERS: "10000",
      // A whole suite signs in from one address.
      HELLOJOHN_RATE_LIMIT_SCALE: "1000",
      LOG_LEVEL: "error",
    },
  });
  project.provide("demo", { appUrl, apiUrl, demo });
  return stop;
}
