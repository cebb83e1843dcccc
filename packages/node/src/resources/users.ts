import {
  type AnySpelling,
  type BulkDisabled,
  type BulkDisableInput,
  type CreateUserInput,
  endpoints as rows,
  refusal,
  type Revealed,
  type RevealInput,
  searchBodyOf,
  type UpdateUserInput,
  type UserChanged,
  type UserDetails,
  type UserExport,
  type UserExportQuery,
  type UserQuery,
  type UserSearch,
} from "@hellojohn/contract";
import type { Api } from "../api.js";
import type { EitherSpelling } from "../either-spelling.js";
import { everyPage } from "../every-page.js";
import type { ActOptions, ListUsersOptions, ReadOptions, UpdateOptions } from "../options.js";
import { asUser, type ImpersonationDetails, type Impersonated } from "./admin.js";
import type { Sessions } from "./sessions.js";
import { listOf, type UserList } from "./user-list.js";

type Reason = { reason?: string };

/** Every user of the tenant, as its administrators see them. */
export class Users {
  readonly sessions: Sessions;
  readonly #api: Api;

  constructor(api: Api, sessions: Sessions) {
    this.#api = api;
    this.sessions = sessions;
  }

  get(id: string, options: { include?: string; masked?: boolean } & ReadOptions = {}) {
    const { signal, ...query } = options;
    return this.#api.call(rows.getUser, { params: { id }, query, signal });
  }

  /** The whole address, whatever its case. Throws `user_not_found` when nobody has it. */
  async getByEmail(email: string, { signal }: ReadOptions = {}): Promise<UserDetails> {
    const body = { filters: { email }, limit: 1 };
    const { data } = await this.#api.call(rows.searchUsers, { body, signal });
    if (!data[0]) throw refusal("user_not_found", "Nobody has this e-mail address");
    return data[0];
  }

  /** One page. What is looked for may be an address of a person, so it travels in a body and stays out of logs. */
  async list({ signal, orgId, ...given }: ListUsersOptions = {}): Promise<UserList> {
    const query = (orgId === undefined ? given : { org: orgId, ...given }) as UserQuery;
    const isSearch = (query.q ?? query.search ?? query.email) !== undefined;
    if (isSearch) return this.search(searchBodyOf(query), { signal });
    return listOf(await this.#api.call(rows.listUsers, { query, signal }));
  }

  /** Walks every page: `for await (const user of hj.users.all())`. */
  all(options: ListUsersOptions = {}): AsyncGenerator<UserDetails, void, undefined> {
    return everyPage(options.cursor, (cursor) => this.list({ limit: 100, ...options, cursor }));
  }

  /** The same in the words of the API's own body. */
  async search(body: UserSearch, { signal }: ReadOptions = {}): Promise<UserList> {
    return listOf(await this.#api.call(rows.searchUsers, { body, signal }));
  }

  /** Without a password she is `pending` and is invited by mail. */
  create(body: CreateUserInput, options?: ActOptions): Promise<UserDetails> {
    return this.#api.call(rows.createUser, { ...options, body });
  }

  /** Metadata is merged; `null` removes a key. */
  update(id: string, body: UpdateUserInput, options?: UpdateOptions): Promise<UserDetails> {
    return this.#api.call(rows.updateUser, { ...options, params: { id }, body });
  }

  delete(id: string, body: Reason = {}, options?: UpdateOptions): Promise<void> {
    return this.#api.call(rows.deleteUser, { ...options, params: { id }, body, removes: true });
  }

  /** Blocks sign-in at once. Her sessions end unless `revokeSessions` is false. */
  disable(id: string, body: AnySpelling<Reason & { revokeSessions?: boolean }> = {}) {
    return this.#api.call(rows.disableUser, { params: { id }, body });
  }

  enable(id: string, body: Reason = {}): Promise<UserChanged> {
    return this.#api.call(rows.enableUser, { params: { id }, body });
  }

  setPassword(
    id: string,
    body: { password: string } & AnySpelling<{ signOutAllSessions?: boolean }>,
  ): Promise<UserChanged> {
    return this.#api.call(rows.setUserPassword, { params: { id }, body });
  }

  /** Sends a link to set a new password; a pending user is invited again instead. */
  resetPassword(
    id: string,
    body: AnySpelling<{ revokeSessions?: boolean }> = {},
    options?: ActOptions,
  ): Promise<UserChanged> {
    return this.#api.call(rows.sendPasswordReset, { ...options, params: { id }, body });
  }

  /** Each id has its outcome; one bad id does not stop the rest. */
  bulkDisable(body: EitherSpelling<BulkDisableInput>, options?: ActOptions): Promise<BulkDisabled> {
    return this.#api.call(rows.bulkDisable, { ...options, body: body as BulkDisableInput });
  }

  /** Personal data that a masked answer hides; the log keeps that it was told. */
  reveal(id: string, body: RevealInput, options?: ActOptions): Promise<Revealed> {
    return this.#api.call(rows.revealUser, { ...options, params: { id }, body });
  }

  /** A session in her place, without her credentials; the log keeps who asked and why. */
  impersonate(
    id: string,
    input: ImpersonationDetails,
    options?: ActOptions,
  ): Promise<Impersonated> {
    return asUser(this.#api, { userId: id, ...input }, options);
  }

  /** Everything held about her. */
  export(id: string, { signal }: ReadOptions = {}): Promise<UserExport> {
    return this.#api.call(rows.exportUser, { params: { id }, signal });
  }

  /** Every user that matches, as CSV or NDJSON, in bytes as they come: `for await (const chunk of …)`. */
  exportAll({ signal, format, fields, ...query }: UserExportQuery & ReadOptions = {}) {
    const body = { ...searchBodyOf(query), format, fields };
    return this.#api.stream(rows.exportFoundUsers, { body, signal });
  }
}
