export type Part = "contract" | "server" | "node" | "cli" | "react" | "demo";

/** Builds the named parts and what they need, where missing or older than their sources. */
export function build(
  names?: readonly Part[],
  options?: { kinds?: readonly ("js" | "types")[]; force?: boolean },
): Promise<string[]>;
