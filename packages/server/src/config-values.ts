import { isIP } from "node:net";
import * as z from "zod/mini";

/** Reads one variable, or says what to write instead. */
const value = <T>(read: (text: string) => T | undefined, hint: string) =>
  z.pipe(
    z.string(),
    z.transform((text: string, context: z.core.ParsePayload) => {
      const answer = read(text);
      if (answer !== undefined) return answer;
      context.issues.push({ code: "custom", input: undefined, message: hint });
      return z.NEVER;
    }),
  );

const list = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

const parseUrl = (text: string): URL | undefined =>
  URL.canParse(text) ? new URL(text) : undefined;

export const port = value(
  (text) => (/^\d{1,5}$/.test(text) && Number(text) < 65_536 ? Number(text) : undefined),
  "Write a port from 0 (any free one) to 65535",
);

export const count = value(
  (text) => (/^\d{1,7}$/.test(text) ? Number(text) : undefined),
  "Write a whole number of at most seven digits",
);

export const scale = value(
  (text) => (Number(text) > 0 && Number.isFinite(Number(text)) ? Number(text) : undefined),
  "Write a number above 0; 1 is the normal rate",
);

const flags = new Map([
  ["1", true],
  ["true", true],
  ["0", false],
  ["false", false],
]);

export const booleanFlag = value((text) => flags.get(text), "Write 1 or 0");

export const url = (...protocols: string[]) =>
  value(
    (text) => {
      const parsed = parseUrl(text);
      if (!parsed?.hostname || !protocols.includes(parsed.protocol)) return undefined;
      return text.replace(/\/+$/, "");
    },
    `Write an address that starts with ${protocols.map((name) => `${name}//`).join(" or ")}`,
  );

const isOrigin = (text: string): boolean => text === "*" || parseUrl(text)?.origin === text;

export const origins = value(
  (text) => (list(text).every(isOrigin) ? list(text) : undefined),
  "Write origins such as https://app.example.com, separated by commas, without a path or a slash at the end",
);

function isAddress(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  const family = isIP(address);
  const longest = family === 6 ? 128 : 32;
  const prefixFits =
    prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= longest);
  return family !== 0 && prefixFits && rest.length === 0;
}

export const addresses = value(
  (text) => (list(text).every(isAddress) ? list(text) : undefined),
  "Write addresses or ranges such as 10.0.0.0/8, separated by commas",
);
