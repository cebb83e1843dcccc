import type { Preview } from "@storybook/react-vite";
import { mswLoader } from "msw-storybook-addon/csf3";
import { server, startServer, withServer } from "./server.js";

import "@hellojohn/react/styles.css";
import "./preview.css";

const choice = (description: string, icon: string, items: string[]) => ({
  description,
  toolbar: { icon, items, dynamicTitle: true },
});

export default {
  loaders: [mswLoader(), startServer],
  decorators: [withServer],
  globalTypes: {
    theme: choice("Colours", "mirror", ["light", "dark"]),
    direction: choice("Direction", "transfer", ["ltr", "rtl"]),
    locale: choice("Language", "globe", ["en", "es"]),
  },
  initialGlobals: { theme: "light", direction: "ltr", locale: "en" },
  parameters: {
    ...server(),
    a11y: { test: "error" },
    viewport: {
      options: { phone: { name: "Phone", styles: { width: "360px", height: "760px" } } },
    },
  },
  tags: ["autodocs"],
} satisfies Preview;
