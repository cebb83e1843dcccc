import { type AuthConfig, type AuthConfigUpdate, endpoints as rows } from "@hellojohn/contract";
import type { Api } from "../api.js";
import type { ReadOptions } from "../options.js";

/** How people of the tenant sign in, and what they may change themselves. */
export class Config {
  readonly #api: Api;
  readonly #tenantId: () => Promise<string>;

  constructor(api: Api, tenantId: () => Promise<string>) {
    this.#api = api;
    this.#tenantId = tenantId;
  }

  async get({ signal }: ReadOptions = {}): Promise<AuthConfig> {
    const params = { tenantId: await this.#tenantId() };
    return this.#api.call(rows.getAuthConfig, { params, signal });
  }

  /** What is left out stays as it is. */
  async update(body: AuthConfigUpdate, { signal }: ReadOptions = {}): Promise<AuthConfig> {
    const params = { tenantId: await this.#tenantId() };
    return this.#api.call(rows.updateAuthConfig, { params, body, signal });
  }
}
