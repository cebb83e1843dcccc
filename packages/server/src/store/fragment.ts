import { Raw, raw, type Sql } from "../database/sql.js";

/** A piece of a statement with the values in it. */
export class Fragment {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];

  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings;
    this.values = values;
  }
}

/** Writes a piece of SQL; other pieces in it are taken in, everything else becomes a parameter. */
export function part(strings: TemplateStringsArray, ...given: unknown[]): Fragment {
  const texts: string[] = [];
  const values: unknown[] = [];
  let text = strings[0] ?? "";
  for (const [index, value] of given.entries()) {
    if (value instanceof Raw) text += value.text;
    else {
      const inner = value instanceof Fragment ? value : new Fragment(["", ""], [value]);
      const last = inner.strings.length - 1;
      for (const [at, piece] of inner.strings.entries()) {
        text += piece;
        if (at === last) break;
        texts.push(text);
        text = "";
      }
      values.push(...inner.values);
    }
    text += strings[index + 1] ?? "";
  }
  return new Fragment([...texts, text], values);
}

export const joined = (parts: readonly Fragment[], separator: string): Fragment =>
  parts.reduce((all, one) => part`${all}${raw(separator)}${one}`);

/**
 * Runs a statement made of pieces. Only one whose text comes again and again is worth being kept prepared, and only if
 * its plan suits every value: others are planned for the values at hand.
 */
export function ask<Row>(sql: Sql, { strings, values }: Fragment, prepared = false) {
  const texts = prepared ? [...strings] : [...strings, ""];
  const template = Object.assign(texts, { raw: texts });
  return prepared ? sql<Row>(template, ...values) : sql<Row>(template, ...values, raw(""));
}
