import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { build } from "../../scripts/build.mjs";
import { installPackages } from "./install.js";
import { type Api, startInstalledServer } from "./server.js";

declare module "vitest" {
  export interface ProvidedContext {
    app: string;
    api: Api;
  }
}

/** An app that has just installed the packages as they would be published, and the server it has installed. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await build(["contract", "server", "node", "cli", "react"]);
  const folder = mkdtempSync(join(tmpdir(), "hellojohn-packed-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const app = await installPackages(folder);
    const { stop, ...api } = await startInstalledServer(app);
    project.provide("app", app);
    project.provide("api", api);
    return async () => {
      await stop();
      remove();
    };
  } catch (error) {
    remove();
    throw error;
  }
}
