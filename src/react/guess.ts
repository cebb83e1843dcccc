import type { Me, Metadata } from "@hellojohn/contract";
import { mergePatch } from "@hellojohn/contract/merge-patch";
import { camelCase } from "@hellojohn/contract/wire";

type Bag = Record<string, unknown>;

/** What the person will probably look like once this change is saved. */
export function guessProfile(me: Me, changes: object): Me {
  const next: Bag = { ...me };
  for (const [key, value] of Object.entries(changes)) {
    const field = camelCase(key);
    // A new address waits for proof, and a password is nobody's field.
    if (field in me && field !== "email" && field !== "version") next[field] = value;
    if ((field === "firstName" || field === "lastName") && !("name" in changes))
      next["name"] = null;
  }
  next["name"] ??= [next["firstName"], next["lastName"]].filter(Boolean).join(" ") || null;
  return next as unknown as Me;
}

export function guessMetadata(me: Me, patch: Metadata): Me {
  const publicMetadata = mergePatch(me.publicMetadata, patch);
  return { ...me, publicMetadata, metadata: publicMetadata };
}

/** Dates and objects are new in every answer, so that equal ones are told by their text. */
export const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);

/** Whether someone else changed what this change is about. */
export const overlaps = (before: Me, guessed: Me, current: Me): boolean =>
  (Object.keys(before) as (keyof Me)[]).some(
    (field) => differs(before[field], guessed[field]) && differs(before[field], current[field]),
  );
