import { createClient, webStorage } from "@hellojohn/react/client";
import { QueryClient } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { loadConfig } from "./config.js";

import "@hellojohn/react/styles.css";
import "./demo.css";
import "./pages.css";

const config = await loadConfig();
const client = createClient({
  apiUrl: config.apiUrl,
  publishableKey: config.publishableKey,
  // Lives as long as the tab, so that a reload does not end the session.
  sessionStore: webStorage(sessionStorage),
});

const root = document.getElementById("root");
if (root)
  createRoot(root).render(<App config={config} client={client} cache={new QueryClient()} />);
