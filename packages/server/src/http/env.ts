import type { Context as HonoContext } from "hono";
import type { Origin } from "../services/call.js";
import type { Rate } from "./sliding-window.js";

/** What one request carries from its arrival to its answer. */
export interface Env {
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } };
  Variables: {
    origin: Origin;
    now: Date;
    /** What every answer says, besides what it is about. */
    headers: Record<string, string>;
    /** Whether the answer says so already. */
    told: boolean;
    /** The limit that came nearest to refusing; the headers tell of it. */
    rate: Rate | undefined;
  };
}

export type Request = HonoContext<Env>;
