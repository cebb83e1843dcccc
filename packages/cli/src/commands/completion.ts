import { Argument, Command } from "commander";

const shells = ["bash", "zsh", "fish"] as const;

export const completion = new Command("completion")
  .addArgument(new Argument("<shell>", "bash, zsh or fish").choices(shells))
  .addHelpText("after", "\nFor bash, put this into ~/.bashrc: source <(hj completion bash)")
  .action(async (shell: (typeof shells)[number], _: object, command: Command) => {
    const { scripts } = await import("../completion/scripts.js");
    const { nodesOf } = await import("../completion/tree.js");
    const { write } = await import("../output/print.js");
    const program = command.parent;
    if (program) await write([scripts[shell](program.name(), nodesOf(program))]);
  });
