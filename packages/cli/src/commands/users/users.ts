import { Command } from "commander";
import { create } from "./create.js";
import { remove } from "./delete.js";
import { disable } from "./disable.js";
import { enable } from "./enable.js";
import { exportUser } from "./export.js";
import { get } from "./get.js";
import { impersonate } from "./impersonate.js";
import { list } from "./list.js";
import { mfa } from "./mfa/mfa.js";
import { resetPassword } from "./reset-password.js";
import { sessions } from "./sessions/sessions.js";
import { update } from "./update.js";

export const users = new Command("users").description("Manage the users of a tenant");

for (const command of [list, get, create, update, disable, enable, remove])
  users.addCommand(command);
for (const command of [resetPassword, impersonate, sessions, mfa, exportUser])
  users.addCommand(command);
