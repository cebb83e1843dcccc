import { toText } from "./parameters.js";

/** A piece of SQL that a query takes in as text. Never made from input. */
export class Raw {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export const raw = (text: string): Raw => new Raw(text);

/**
 * Runs one statement. Values become parameters: a `Date` is a timestamp, an array an SQL array, any other object jsonb
 * (write a jsonb list as `JSON.stringify(list)`). Answers are the same on both databases: timestamps are `Date`s,
 * bigint and numeric are numbers, jsonb is parsed.
 */
export interface Sql {
  <Row = Record<string, unknown>>(
    strings: TemplateStringsArray,
    ...values: unknown[]
  ): Promise<Row[]>;
  /** Runs several statements without parameters. */
  script(text: string): Promise<void>;
}

/** The one store: PGlite inside the process, or a PostgreSQL server. */
export interface Database {
  readonly kind: "pglite" | "postgres";
  readonly sql: Sql;
  /** All of it or nothing. Inside, use the `sql` handed in: PGlite has one connection. May run again after a deadlock. */
  transaction<T>(run: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Statement {
  text: string;
  values: (string | null)[];
  /** The same text at every call, so that it may be prepared once. */
  fixed: boolean;
}

const fixedTexts = new WeakMap<TemplateStringsArray, string>();

function fixedText(strings: TemplateStringsArray): string {
  let text = fixedTexts.get(strings);
  if (text === undefined) {
    text = strings.reduce((before, after, index) => `${before}$${index}${after}`);
    fixedTexts.set(strings, text);
  }
  return text;
}

/** The text and the parameters of a template. */
export function statement(strings: TemplateStringsArray, values: unknown[]): Statement {
  if (!values.some((value) => value instanceof Raw))
    return { text: fixedText(strings), values: values.map(toText), fixed: true };
  const parameters: (string | null)[] = [];
  let text = strings[0] ?? "";
  for (const [index, value] of values.entries()) {
    text += value instanceof Raw ? value.text : `$${parameters.push(toText(value))}`;
    text += strings[index + 1] ?? "";
  }
  return { text, values: parameters, fixed: false };
}
