import { Command } from "commander";
import { list } from "./list.js";
import { remove } from "./remove.js";

export const mfa = new Command("mfa")
  .description("Manage user MFA factors")
  .addCommand(list)
  .addCommand(remove);
