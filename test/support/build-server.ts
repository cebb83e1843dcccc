import { build } from "../../scripts/build.mjs";

/** Tests that start the server as a process start the built one. */
export async function setup(): Promise<void> {
  await build(["server"], { kinds: ["js"] });
}
