export { type Config, ConfigError, readConfig } from "./config.js";
export type { Context } from "./context.js";
export { openDatabase, type OpenOptions } from "./database/open.js";
export type { Database, Sql } from "./database/sql.js";
export type { Demo } from "./demo/people.js";
export { createApp } from "./http/app.js";
export { type RunningServer, startServer } from "./start.js";
