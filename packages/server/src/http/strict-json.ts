import { refusal, refuseFields } from "@hellojohn/contract";

const deepest = 32;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/** A piece of JSON. What stands between pieces is white space, for the text has been parsed already. */
const piece = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\]:,]/gy;
const space = /[\s]+|true|false|null/gy;

const malformed = (why: string) => refusal("malformed_json", `The body is not strict JSON: ${why}`);

const refuseValue = (field: string | undefined, code: string, message: string) =>
  refuseFields({ [field && !forbiddenKeys.has(field) ? field : "body"]: [{ code, message }] });

function isExact(digits: string): boolean {
  const value = Number(digits);
  if (!Number.isFinite(value)) return false;
  return !/^-?\d+$/.test(digits) || Number.isSafeInteger(value);
}

/** The keys seen in an object, or an array's place. */
type Level = Set<string> | undefined;

/** Refuses what JSON.parse lets through: keys given twice, numbers it would change, names of JavaScript's own. */
function inspect(text: string): void {
  const levels: Level[] = [];
  let top: string | undefined;
  let key: string | undefined;
  let expectsKey = false;

  for (let at = 0; at < text.length;) {
    space.lastIndex = at;
    if (space.test(text)) at = space.lastIndex;
    piece.lastIndex = at;
    const [found] = piece.exec(text) ?? [];
    if (found === undefined) {
      at++;
      continue;
    }
    at = piece.lastIndex;
    const level = levels.at(-1);
    if (found === "{" || found === "[") {
      if (levels.push(found === "{" ? new Set() : undefined) > deepest)
        throw malformed(`nest at most ${deepest} levels`);
      expectsKey = found === "{";
    } else if (found === "}" || found === "]") {
      levels.pop();
      expectsKey = false;
    } else if (found === ",") expectsKey = level !== undefined;
    else if (found === ":") expectsKey = false;
    else if (found.startsWith('"') && expectsKey && level) {
      key = String(JSON.parse(found));
      if (levels.length === 1) top = key;
      if (level.has(key)) throw malformed(`"${key.slice(0, 64)}" stands there twice`);
      if (forbiddenKeys.has(key))
        throw refuseValue(top, "invalid_key", "Names of JavaScript's own are not taken");
      level.add(key);
    } else if (!found.startsWith('"') && !isExact(found))
      throw refuseValue(
        top,
        "invalid_number",
        "Send large numbers as text; this one would be changed",
      );
  }
}

/** Reads a JSON object: UTF-8, each key once, and nothing that would be stored as something else. */
export function parseStrictJson(bytes: Uint8Array): Record<string, unknown> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw malformed("it is not UTF-8");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed("it does not parse");
  }
  inspect(text);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw refuseValue(undefined, "invalid_type", "Send a JSON object");
  return value as Record<string, unknown>;
}
