import {
  endpoints as rows,
  type Membership,
  type MembershipInput,
  type Organization,
  type PageQuery,
} from "@hellojohn/contract";
import type { Api } from "../api.js";
import type { EitherSpelling } from "../either-spelling.js";
import type { ActOptions, ReadOptions } from "../options.js";

/** Groups of users within the tenant. */
export class Organizations {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  async list({ signal, ...query }: PageQuery & ReadOptions = {}) {
    const { data, pagination } = await this.#api.call(rows.listOrganizations, { query, signal });
    return { organizations: data, data, ...pagination };
  }

  create(body: { name: string }, options?: ActOptions): Promise<Organization> {
    return this.#api.call(rows.createOrganization, { ...options, body });
  }

  /** Adds a user, or gives a member another role. */
  addMember(
    id: string,
    input: EitherSpelling<{ userId: string; role?: string }>,
  ): Promise<Membership> {
    return this.#api.call(rows.addMember, { params: { id }, body: input as MembershipInput });
  }

  removeMember(id: string, userId: string): Promise<void> {
    return this.#api.call(rows.removeMember, { params: { id, userId }, removes: true });
  }
}
