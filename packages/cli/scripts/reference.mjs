// The table of commands in the README, out of the commands themselves: `node packages/cli/scripts/reference.mjs` renews it.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { createProgram } from "../dist/program.js";

const readme = new URL("../README.md", import.meta.url);
const [begin, end] = ["<!-- commands -->\n", "<!-- /commands -->"];

const inCell = (text) => text.replaceAll("|", "\\|");
const code = (text) => `\`${inCell(text)}\``;

/** An option with its choices in place of its value's name. */
function optionOf({ flags, argChoices }) {
  return code(argChoices ? flags.replace(/<.*>/, `<${argChoices.join("|")}>`) : flags);
}

const argumentOf = (argument) =>
  argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;

function rowsOf(command, path) {
  if (command.commands.length > 0)
    return command.commands.flatMap((inner) => rowsOf(inner, [...path, inner.name()]));
  const words = [...path, ...command.registeredArguments.map(argumentOf)].join(" ");
  const options = command.options.map(optionOf).join(" ");
  return [`| ${code(words)} | ${inCell(command.description())} | ${options} |`];
}

async function reference() {
  const program = await createProgram("hj");
  const everywhere = program.options.filter(({ long }) => long !== "--version").map(optionOf);
  return [
    "| command | | options |",
    "|---|---|---|",
    ...rowsOf(program, ["hj"]),
    `| any | | ${everywhere.join(" ")} |`,
    "",
  ].join("\n");
}

/** The README as it should be. */
export async function renewed() {
  const text = readFileSync(readme, "utf8");
  const at = text.indexOf(begin) + begin.length;
  return text.slice(0, at) + (await reference()) + text.slice(text.indexOf(end));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(readme, await renewed());
