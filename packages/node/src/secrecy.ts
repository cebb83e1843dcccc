/** Takes the key out of what others wrote. */
export const hide = (text: string, key: string): string => text.replaceAll(key, "sk_…");

const deepest = 4;

/** What is worth knowing of a foreign error. The error itself may carry the request, and with it the key. */
export function plainCause(error: unknown, key: string, depth = 0): Error | undefined {
  if (typeof error !== "object" || error === null || depth >= deepest) return undefined;
  const { name, message, code, cause } = error as Record<string, unknown>;
  const plain = new Error(hide(String(message ?? ""), key));
  if (typeof name === "string") plain.name = hide(name, key);
  if (typeof code === "string") Object.assign(plain, { code: hide(code, key) });
  const inner = plainCause(cause, key, depth + 1);
  if (inner) plain.cause = inner;
  return plain;
}
