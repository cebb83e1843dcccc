import { type Permissions, endpoints as rows } from "@hellojohn/contract";
import { createApi, type Api } from "./api.js";
import type { TokenClaims } from "./claims.js";
import type { ReadOptions } from "./options.js";
import { Admin } from "./resources/admin.js";
import { AuditLogs } from "./resources/audit-logs.js";
import { Config } from "./resources/config.js";
import { Mfa } from "./resources/mfa.js";
import { Organizations } from "./resources/organizations.js";
import { Sessions } from "./resources/sessions.js";
import { Users } from "./resources/users.js";
import { type HelloJohnOptions, readSettings } from "./settings.js";
import { createTenantId } from "./tenant-id.js";
import { createVerifier, type VerifyOptions, type VerifyToken } from "./verify-token.js";

const inspect: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/** HelloJohn as a server of yours sees it, by its secret key. Nothing happens until it is used. */
export class HelloJohn {
  readonly users: Users;
  readonly sessions: Sessions;
  readonly mfa: Mfa;
  readonly admin: Admin;
  readonly auditLogs: AuditLogs;
  readonly organizations: Organizations;
  readonly config: Config;
  readonly #api: Api;
  readonly #verifyToken: VerifyToken;
  readonly #apiUrl: string;

  constructor(options: HelloJohnOptions = {}) {
    const settings = readSettings(options);
    const api = createApi(settings);
    const tenantId = createTenantId(settings, api);
    this.#apiUrl = settings.apiUrl;
    this.#api = api;
    this.#verifyToken = createVerifier(settings, tenantId);
    this.sessions = new Sessions(api, this.#verifyToken);
    this.users = new Users(api, this.sessions);
    this.mfa = new Mfa(api);
    this.admin = new Admin(api);
    this.auditLogs = new AuditLogs(api);
    this.organizations = new Organizations(api);
    this.config = new Config(api, tenantId);
  }

  /** What the key may call. */
  permissions({ signal }: ReadOptions = {}): Promise<Permissions> {
    return this.#api.call(rows.getPermissions, { signal });
  }

  /** Tells a genuine access token; throws `token_expired`, `invalid_token` or `tenant_mismatch`. */
  verifyToken(token: string, options?: VerifyOptions): Promise<TokenClaims> {
    return this.#verifyToken(token, options);
  }

  /** What may be printed. */
  toJSON(): { apiUrl: string } {
    return { apiUrl: this.#apiUrl };
  }

  [inspect](): string {
    return `HelloJohn { apiUrl: '${this.#apiUrl}' }`;
  }
}
