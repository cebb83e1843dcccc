import type { Me, SnakeCase } from "@hellojohn/contract";
import { snakeCase } from "@hellojohn/contract/wire";
import type { PasswordChangeInput } from "../client/index.js";

type WireSpelling<T> = { readonly [K in keyof T as K extends string ? SnakeCase<K> : never]: T[K] };

type Name = "name" | "firstName" | "lastName";

/** A name that was never set is absent here, so that inputs take it as it is. */
type Fields = Omit<Me, Name> & { readonly [K in Name]: string | undefined };

/** The signed-in person as `useUser` tells her: readable in the wire's spelling too. */
export type CurrentUser = Fields &
  WireSpelling<Omit<Fields, keyof Me & Lowercase<keyof Me>>> & {
    updatePassword(input: PasswordChangeInput): Promise<{ sessionsRevoked: number }>;
  };

/** The person as `useUser` tells her; only TypeScript's own names are enumerable. */
export function currentUserOf(me: Me, updatePassword: CurrentUser["updatePassword"]): CurrentUser {
  const user: Record<string, unknown> = { ...me };
  for (const field of ["name", "firstName", "lastName"]) user[field] ??= undefined;
  for (const [field, value] of Object.entries(user))
    if (snakeCase(field) !== field) Object.defineProperty(user, snakeCase(field), { value });
  Object.defineProperty(user, "updatePassword", { value: updatePassword });
  return user as unknown as CurrentUser;
}

/** Stands where a person will be as soon as she is known: every field is of its type and empty. */
export const nobodyYet: Me = {
  id: "",
  tenantId: "",
  email: "",
  emailVerified: false,
  pendingEmail: null,
  name: null,
  firstName: null,
  lastName: null,
  avatarUrl: null,
  phoneNumber: null,
  phoneVerified: false,
  role: "",
  status: "",
  disabled: false,
  mfaEnrolled: false,
  publicMetadata: {},
  metadata: {},
  createdAt: new Date(0),
  updatedAt: new Date(0),
  lastSignInAt: null,
  version: 0,
  editable: {
    fields: [],
    metadataKeys: [],
    refused: {},
    passwordPolicy: {
      minLength: 0,
      maxLength: 0,
      requireUppercase: false,
      requireNumbers: false,
      requireSymbols: false,
    },
  },
};
