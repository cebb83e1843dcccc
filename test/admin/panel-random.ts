import type { Metadata } from "@hellojohn/contract";

/** Documents that are the same in every run. */
export function randomFrom(seed: number) {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const keys = ["a", "b", "plan", "1", "toString", "ключ", "a.b"];
  const metadata = (depth: number): Metadata =>
    Object.fromEntries(
      keys.filter(() => next(2) === 0).map((key) => [key, valueOf(depth)] as const),
    );
  const values = [() => next(5), () => "text", () => true, () => [next(3), null, { x: null }]];
  function valueOf(depth: number): unknown {
    const kind = next(values.length + (depth > 1 ? 2 : 0));
    return values[kind]?.() ?? metadata(depth - 1);
  }
  return { metadata };
}
