import { existsSync } from "node:fs";
import { join } from "node:path";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";
import { findChromium } from "./support/chromium.js";

const root = join(import.meta.dirname, "..");
const old = join(root, "test/react-18/node_modules");
const present = (...paths: string[]) => paths.filter((path) => existsSync(join(root, path)));

const dom = {
  environment: "jsdom" as const,
  setupFiles: ["test/setup-dom.ts"],
  testTimeout: 20_000,
};

const componentTests = ["test/{react,components,admin}/**/*.test.{ts,tsx}"];

// Storybook's plugin reads its whole configuration, so it is left out when another project is asked for by name.
const asked = process.argv.flatMap((word, i, all) =>
  word.startsWith("--project=") ? word.slice(10) : all[i - 1] === "--project" ? word : [],
);
const stories = asked.length === 0 || asked.some((name) => name.startsWith("storybook"));

/** The stories, each a test with axe; `tags` says which of them. */
async function storiesIn(
  name: string,
  contextOptions: { forcedColors?: "active" },
  tags?: { include: string[] },
) {
  return {
    extends: true as const,
    plugins: [await storybookTest({ configDir: join(root, ".storybook"), ...(tags && { tags }) })],
    publicDir: ".storybook/public",
    // What vite finds out late it prepares late, and reloads the page in the middle of a test.
    optimizeDeps: {
      include: [
        "react",
        "react-dom/client",
        "react/jsx-runtime",
        "react/jsx-dev-runtime",
        "@tanstack/react-query",
        "msw",
        "msw-storybook-addon/csf3",
        "zod/mini",
      ],
    },
    test: {
      name,
      sequence: { groupOrder: 1 },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: await findChromium(), contextOptions }),
        instances: [{ browser: "chromium" as const }],
      },
    },
  };
}

export default defineConfig({
  root,
  cacheDir: "node_modules/.cache/vite",
  // Naming conditions replaces the defaults, so they are spread back in.
  resolve: { conditions: ["@hellojohn/source", ...defaultClientConditions] },
  ssr: { resolve: { conditions: ["@hellojohn/source", ...defaultServerConditions] } },
  plugins: [react()],
  test: {
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "contract",
          environment: "node",
          include: ["packages/contract/test/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          environment: "node",
          include: ["packages/server/test/**/*.test.ts"],
          globalSetup: [
            "test/support/build-server.ts",
            ...present("packages/server/test/postgres-setup.ts"),
          ],
          testTimeout: 30_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "sdk",
          environment: "node",
          include: ["packages/node/test/**/*.test.ts"],
          globalSetup: ["packages/server/test/postgres-setup.ts"],
          testTimeout: 30_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "cli",
          environment: "node",
          include: ["packages/cli/test/**/*.test.ts"],
          globalSetup: ["packages/cli/test/build-cli.ts", "packages/server/test/postgres-setup.ts"],
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          ...dom,
          name: "dom",
          include: [...componentTests, "test/{client,seeds}/**/*.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["test/{contract,client-node,ssr,architecture}/**/*.test.{ts,tsx}"],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        resolve: {
          alias: [
            { find: /^react($|\/)/, replacement: `${old}/react$1` },
            { find: /^react-dom($|\/)/, replacement: `${old}/react-dom$1` },
            // Its CommonJS entry would require the new React past the alias.
            {
              find: "@testing-library/react",
              replacement: join(
                root,
                "node_modules/@testing-library/react/dist/@testing-library/react.esm.js",
              ),
            },
          ],
        },
        test: {
          ...dom,
          name: "react-18",
          include: componentTests,
          // Only what vite transforms sees the alias.
          server: { deps: { inline: [/@testing-library\/react/, /@tanstack\/react-query/] } },
        },
      },
      ...(stories
        ? [
            await storiesIn("storybook", {}),
            await storiesIn(
              "storybook-forced-colors",
              { forcedColors: "active" },
              { include: ["forced-colors"] },
            ),
          ]
        : []),
      {
        extends: true,
        test: {
          name: "packed",
          environment: "node",
          include: ["test/packed/**/*.test.ts"],
          globalSetup: ["test/packed/start.ts"],
          testTimeout: 180_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          environment: "node",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: present("test/e2e/start.ts"),
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
