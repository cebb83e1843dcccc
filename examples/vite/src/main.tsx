import { createClient } from "@hellojohn/react/client";
import { QueryClient } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { loadConfig } from "./config.js";
import { tabStore } from "./session-store.js";

import "@hellojohn/react/styles.css";
import "./demo.css";
import "./pages.css";

const config = await loadConfig();
const { apiUrl, publishableKey } = config;
const client = createClient({ apiUrl, publishableKey, sessionStore: tabStore });

const root = document.getElementById("root");
if (root)
  createRoot(root).render(<App config={config} client={client} cache={new QueryClient()} />);
