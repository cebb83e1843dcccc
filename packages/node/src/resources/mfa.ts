import { endpoints as rows, type Factor } from "@hellojohn/contract";
import type { Api } from "../api.js";
import type { ReadOptions } from "../options.js";

/** The second factors of users; never their secrets. */
export class Mfa {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  async list(userId: string, { signal }: ReadOptions = {}): Promise<Factor[]> {
    const params = { id: userId };
    return (await this.#api.call(rows.listUserFactors, { params, signal })).data;
  }

  /** For someone who has lost hers. */
  remove(userId: string, factorId: string): Promise<void> {
    const params = { id: userId, factorId };
    return this.#api.call(rows.removeUserFactor, { params, removes: true });
  }
}
