/** Puts values where a text says `{name}`. */
export const format = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

interface Refused {
  code?: string;
  status?: number;
  retryAfter?: number | undefined;
}

/** The one place where an error becomes words. */
export function errorText(texts: Readonly<Record<string, string>>, error: unknown): string {
  const { code = "", status, retryAfter = 60 } = error as Refused;
  const text = texts[code] ?? texts[status === 401 ? "signed_out" : "unknown"] ?? "";
  return format(text, { seconds: retryAfter });
}
