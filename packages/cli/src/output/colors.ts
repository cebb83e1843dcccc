import type { WriteStream } from "node:tty";
import picocolors from "picocolors";

/** Colours on a terminal that wants them; plain text in a pipe, and wherever `NO_COLOR` is set. */
export function colorsFor(stream: Pick<WriteStream, "isTTY">) {
  const { NO_COLOR, TERM } = process.env;
  return picocolors.createColors(Boolean(stream.isTTY) && !NO_COLOR && TERM !== "dumb");
}

export type Colors = ReturnType<typeof colorsFor>;
