import type { FieldMessage } from "@hellojohn/contract";

/** Puts values where a text says `{name}`. */
export const format = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

interface Refused {
  code: string;
  status?: number;
  retryAfter?: number | undefined;
}

const asRefused = (error: unknown): Refused =>
  typeof error === "object" && error !== null && "code" in error
    ? (error as Refused)
    : { code: "unknown" };

const isSignedOut = ({ code, status }: Refused) => status === 401 && code !== "invalid_credentials";

/** The one place where an error becomes words. */
export function errorText(texts: Readonly<Record<string, string>>, error: unknown): string {
  const refused = asRefused(error);
  const text = texts[refused.code] ?? texts[isSignedOut(refused) ? "signed_out" : "unknown"] ?? "";
  return format(text, { seconds: refused.retryAfter ?? 60 });
}

/** A refused field in words: the language's own, else the server's. */
export const fieldText = (
  texts: Readonly<Record<string, string>>,
  [reason]: readonly FieldMessage[],
): string | undefined => reason && (texts[reason.code] ?? reason.message);
