import type { AdminUser } from "@hellojohn/contract";

/** What a user is called. */
export const nameOf = ({ name, email }: Pick<AdminUser, "name" | "email">): string => name || email;

/** Whether most of her address is hidden; such a user is looked at, never edited. */
export const isMasked = ({ email }: Pick<AdminUser, "email">): boolean => email.includes("•");
