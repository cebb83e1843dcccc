import type { Me } from "@hellojohn/contract";

type Name = "name" | "firstName" | "lastName";

/** The signed-in person, whether the API or `useUser` tells her: they differ in how a name is absent. */
export type Person = Omit<Me, Name> & { readonly [K in Name]: string | null | undefined };
