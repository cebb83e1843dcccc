import { type SnakeCase, snakeCase } from "@hellojohn/contract";

/** The input in TypeScript's spelling or in the wire's. */
export type EitherSpelling<T> = T | Respelled<T>;

/** The answer with every name in both spellings. */
export type BothSpellings<T> = T & Respelled<T>;

type Respelled<T> = { [K in keyof T as K extends string ? SnakeCase<K> : never]: T[K] };

/** Lets an answer be read by the wire's names too; they are listed nowhere, so that it prints and compares as before. */
export function inBothSpellings<T extends object>(answer: T): BothSpellings<T> {
  for (const [name, value] of Object.entries(answer))
    if (snakeCase(name) !== name) Object.defineProperty(answer, snakeCase(name), { value });
  return answer as BothSpellings<T>;
}
