import { type Actor, refusalReason, snakeCase, userFields } from "@hellojohn/contract";
import { type Command, readOptions } from "./command.js";

const actors: readonly Actor[] = ["self", "impersonator", "admin"];

/** Who may edit which field: `true`, or the reason why not. */
export const policyTable = () =>
  Object.fromEntries(
    userFields.map((field) => [
      snakeCase(field),
      Object.fromEntries(actors.map((actor) => [actor, refusalReason(actor, field) ?? true])),
    ]),
  );

/** The rules of the contract, for people and for tests. */
export const policy: Command = {
  summary: "Print who may edit which field, as JSON",
  usage: "policy",
  async run(args, terminal) {
    readOptions(args, {});
    terminal.print(JSON.stringify({ fields: policyTable() }, null, 2));
    return 0;
  },
};
