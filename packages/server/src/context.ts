import type { Logger } from "pino";
import type { Config } from "./config.js";
import type { Database } from "./database/sql.js";
import type { Mail } from "./mail/worker.js";
import type { Secrets } from "./secrets.js";

/** What the API stands on; everything it needs from outside comes through here. */
export interface Context {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly config: Config;
  readonly mail: Mail;
  readonly log: Logger;
  /** The time, replaced in tests. */
  readonly clock?: () => Date;
  /** True once the server was told to stop: it finishes what runs and takes no more. */
  readonly stopping?: () => boolean;
}
