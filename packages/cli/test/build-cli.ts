import { build } from "../../../scripts/build.mjs";

/** Tests run the built program, and `hj dev` starts the built server. */
export async function setup(): Promise<void> {
  await build(["cli", "server"], { kinds: ["js"] });
}
