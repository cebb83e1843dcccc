import { Command } from "commander";
import { list } from "./list.js";
import { use } from "./use.js";

export const profiles = new Command("profiles")
  .description("Choose between logins")
  .addCommand(list)
  .addCommand(use);
