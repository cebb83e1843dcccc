import { Command } from "commander";
import { list } from "./list.js";
import { use } from "./use.js";

export const tenants = new Command("tenants")
  .description("Choose between tenants")
  .addCommand(list)
  .addCommand(use);
