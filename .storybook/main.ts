import { defineMain } from "@storybook/react-vite/node";
import { defaultClientConditions } from "vite";

export default defineMain({
  framework: { name: "@storybook/react-vite", options: {} },
  stories: ["../stories/**/*.stories.tsx"],
  addons: [
    "@storybook/addon-docs",
    "@storybook/addon-a11y",
    "@storybook/addon-vitest",
    "msw-storybook-addon",
  ],
  staticDirs: ["./public"],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  typescript: { reactDocgen: "react-docgen" },
  viteFinal(config) {
    // Naming conditions replaces the defaults, so they are spread back in.
    config.resolve = {
      ...config.resolve,
      conditions: ["@hellojohn/source", ...defaultClientConditions],
    };
    config.build = {
      ...config.build,
      chunkSizeWarningLimit: 2500,
      rolldownOptions: {
        ...config.build?.rolldownOptions,
        onLog(level, log, handler) {
          if (log.code !== "MODULE_LEVEL_DIRECTIVE") handler(level, log);
        },
      },
    };
    return config;
  },
});
