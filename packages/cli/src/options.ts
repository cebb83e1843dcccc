import { InvalidArgumentError, Option } from "commander";
import type { Format } from "./output/formats.js";

/** A whole number within these bounds. */
export const between =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d{1,9}$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    return value;
  };

const seconds: Record<string, number> = { s: 1, m: 60, h: 3600 };

/** Such as `30m` or `1h`, at most 24 hours. */
export function duration(text: string): string {
  const [, count = "", unit = ""] = /^([1-9]\d{0,4})([smh])$/.exec(text) ?? [];
  const length = Number(count) * (seconds[unit] ?? 0);
  if (length === 0 || length > 86_400)
    throw new InvalidArgumentError("Write 15m, 30m or 1h; at most 24h.");
  return text;
}

/** A date, or a moment in RFC 3339. */
export function time(text: string): string {
  if (!/^\d{4}-\d\d-\d\d(T.*(Z|[+-]\d\d:\d\d))?$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError("Write a date such as 2024-06-01, or 2024-06-01T15:30:00Z.");
  return text;
}

export function profileName(text: string): string {
  if (!/^[a-zA-Z\d][\w.-]{0,63}$/.test(text))
    throw new InvalidArgumentError("It is made of letters, digits, dots, dashes and underscores.");
  return text;
}

export function text(value: string): string {
  if (!value.trim()) throw new InvalidArgumentError("It must not be blank.");
  return value;
}

export interface Formatted {
  format: Format;
}

export const formatOption = () =>
  new Option("--format <format>", "how it is printed")
    .choices(["table", "json", "csv", "ndjson"] satisfies Format[])
    .default("table");

export const reasonOption = () =>
  new Option("--reason <text>", "why; kept in the audit log").argParser(text);

export const fromFileOption = () =>
  new Option("--from-file <path>", "many users: one ID or e-mail address per line, - for stdin");

export const versionOption = () =>
  new Option("--if-version <n>", "only if the user has this version").argParser(
    between(1, 999_999_999),
  );

export const keepSessionsOption = () =>
  new Option("--keep-sessions", "leave the user's sessions running");

/** Said before or after any command. */
export const globalOptions = () => [
  new Option("--tenant <id>", "the tenant that is meant; the key's own unless said"),
  new Option("--profile <name>", "the login to use").argParser(profileName),
  new Option("--api-url <url>", "the server"),
  new Option("--secret-key <key>", "the key; others see it in the list of processes"),
  new Option("--timeout <seconds>", "how long one call may take")
    .argParser(between(1, 600))
    .default(30),
  new Option("--verbose", "tell the request's id with an error"),
];
