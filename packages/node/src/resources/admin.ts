import {
  type Impersonation,
  type ImpersonationInput,
  endpoints as rows,
} from "@hellojohn/contract";
import type { Api } from "../api.js";
import { type BothSpellings, type EitherSpelling, inBothSpellings } from "../either-spelling.js";
import type { ActOptions } from "../options.js";

/** Why, and for how long: `30m` or `1h`, at most `24h`. */
export type ImpersonationDetails = EitherSpelling<{ reason: string; expiresIn?: string }>;

/** A short session in someone's place; read `accessToken` or `access_token`. */
export type Impersonated = BothSpellings<Impersonation>;

type Input = EitherSpelling<{ userId: string; reason: string; expiresIn?: string }>;

export async function asUser(api: Api, input: object, options?: ActOptions): Promise<Impersonated> {
  const body = input as ImpersonationInput;
  return inBothSpellings(await api.call(rows.impersonate, { ...options, body }));
}

/** What support does in a user's place. */
export class Admin {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** A session in someone's place, without her credentials; the log keeps who asked and why. */
  impersonate(input: Input, options?: ActOptions): Promise<Impersonated> {
    return asUser(this.#api, input, options);
  }
}
