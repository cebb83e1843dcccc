import type { UserDetails } from "@hellojohn/node";
import type { Format } from "./formats.js";
import { printJson, printRows } from "./print.js";
import { userView } from "./views.js";

/** The user as she is now. */
export const printUser = (user: UserDetails, format: Format): Promise<void> =>
  format === "json" ? printJson(user) : printRows([user], format, userView);
