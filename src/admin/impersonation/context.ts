"use client";

import type { UserDetails } from "@hellojohn/contract";
import { createContext, useContext } from "react";

/** Leave to act as someone for a while. The token is a secret: hand it on, never store it. */
export interface ImpersonationGrant {
  readonly token: string;
  readonly user: Pick<UserDetails, "id" | "name" | "email">;
  readonly reason: string;
  /** By this device's clock. */
  readonly expiresAt: Date;
}

/** Why someone is herself again: she stopped, or the session was ended elsewhere, or lapsed. */
export type ImpersonationEnd = "signed_out" | "session_revoked" | "session_expired";

export interface Impersonating extends Partial<Omit<ImpersonationGrant, "token">> {
  /** Someone acts for someone else now. */
  readonly active: boolean;
  /** How the last one ended. */
  readonly ended?: { readonly user: ImpersonationGrant["user"]; readonly why: ImpersonationEnd };
  /** What a reason must look like, such as the number of a ticket, and how to say so. */
  readonly reasonPattern?: RegExp | undefined;
  readonly reasonHint?: string | undefined;
  /** Absent where nothing takes a grant. */
  readonly start?: ((grant: ImpersonationGrant) => void) | undefined;
  /** Ends it, here and at the server. */
  stop(): Promise<void>;
}

/** Takes grants; a table's `onImpersonate` provides one of its own. */
export const ImpersonationContext = createContext<Impersonating>({
  active: false,
  stop: async () => {},
});

/** Who acts for whom, and until when. */
export const useImpersonation = (): Impersonating => useContext(ImpersonationContext);
