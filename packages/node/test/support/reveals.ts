import { inspect } from "node:util";

/** Every way in which a value might be printed, in one text. */
export function printed(value: unknown): string {
  const seen = new Set<unknown>();
  const texts: string[] = [];
  const look = (it: unknown): void => {
    texts.push(String(it), inspect(it, { depth: 20, showHidden: true, getters: true }));
    if (typeof it !== "object" || it === null || seen.has(it)) return;
    seen.add(it);
    texts.push(JSON.stringify(it) ?? "");
    if (it instanceof Error) texts.push(it.message, String(it.stack));
    for (const name of Reflect.ownKeys(it)) look(Reflect.get(it, name));
  };
  look(value);
  return texts.join("\n");
}
