import { UsageError } from "./usage-error.js";

/** A secret from a pipe, without the line's end that `echo` puts behind it. */
export async function secretFromStdin(what: string): Promise<string> {
  const { text } = await import("node:stream/consumers");
  const secret = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (!secret) throw new UsageError(`There is no ${what} on stdin`);
  return secret;
}
