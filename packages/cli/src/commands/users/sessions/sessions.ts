import { Command } from "commander";
import { list } from "./list.js";
import { revoke } from "./revoke.js";
import { revokeAll } from "./revoke-all.js";

export const sessions = new Command("sessions")
  .description("List or revoke user sessions")
  .addCommand(list)
  .addCommand(revokeAll)
  .addCommand(revoke);
