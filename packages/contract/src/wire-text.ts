import { bags, snakeCase } from "./wire.js";

interface Name {
  /** The name as JSON writes it before a value. */
  quoted: string;
  isBag: boolean;
  isFields: boolean;
}

const names = new Map<string, Name>();

function nameOf(key: string): Name {
  let name = names.get(key);
  if (name === undefined) {
    const quoted = `${JSON.stringify(snakeCase(key))}:`;
    name = { quoted, isBag: bags.test(key), isFields: key === "fields" };
    if (names.size >= 500) names.clear();
    names.set(key, name);
  }
  return name;
}

/** Texts of what never changes. */
const constants = new WeakMap<object, string>();

/** Has an object that will not change written once, however many answers carry it. */
export function constant<T extends object>(value: T): T {
  constants.set(value, objectText(value));
  return value;
}

function listText(list: readonly unknown[]): string {
  let text = "";
  for (const item of list) text += `${text === "" ? "" : ","}${toWireText(item)}`;
  return `[${text}]`;
}

function objectText(value: object): string {
  let text = "";
  for (const key of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner === undefined) continue;
    const name = nameOf(key);
    text += `${text === "" ? "" : ","}${name.quoted}${valueText(name, inner)}`;
  }
  return `{${text}}`;
}

function valueText({ isBag, isFields }: Name, value: unknown): string {
  if (isBag) return JSON.stringify(value);
  if (isFields && Array.isArray(value))
    return JSON.stringify(value.map((field) => snakeCase(String(field))));
  return toWireText(value);
}

/**
 * `JSON.stringify(toWire(value))`, for plain data, in one go: a server writes nothing else all day, and objects made only
 * to be written cost it more than their text.
 */
export function toWireText(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return listText(value);
  if (value instanceof Date) return `"${value.toISOString()}"`;
  return constants.get(value) ?? objectText(value);
}
