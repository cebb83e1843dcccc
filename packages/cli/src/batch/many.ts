import type { HelloJohn } from "@hellojohn/node";
import type { Command } from "commander";
import { connect } from "../connect.js";
import type { Format } from "../output/formats.js";
import { readUsers } from "./read-users.js";
import { type Batch, runBatch } from "./run-batch.js";

export interface Many {
  file: string;
  format: Format;
  /** Asked once the users are known. */
  confirm?(users: readonly string[]): Promise<void>;
  how(hj: HelloJohn, users: readonly string[]): Pick<Batch, "size" | "act">;
}

/** Acts on the users of a file. */
export async function actOnMany(command: Command, many: Many): Promise<void> {
  const users = await readUsers(many.file);
  await many.confirm?.(users);
  const hj = await connect(command);
  return runBatch({ users, format: many.format, ...many.how(hj, users) });
}
