import {
  type AuditEvent,
  type AuditEventInput,
  type AuditQuery,
  endpoints as rows,
} from "@hellojohn/contract";
import type { Api } from "../api.js";
import { everyPage } from "../every-page.js";
import type { ActOptions, ListAuditLogsOptions } from "../options.js";

export interface AuditLogList {
  events: AuditEvent[];
  /** The same array. */
  data: AuditEvent[];
  nextCursor: string | null;
  total: number;
  totalIsEstimate: boolean;
}

/** What happened in the tenant, the newest first. The log is append-only. */
export class AuditLogs {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  async list({ signal, ...query }: ListAuditLogsOptions = {}): Promise<AuditLogList> {
    const page = await this.#api.call(rows.listAuditEvents, { query: query as AuditQuery, signal });
    const { cursor, total, totalIsEstimate } = page.meta;
    return { events: page.data, data: page.data, nextCursor: cursor, total, totalIsEstimate };
  }

  /** Walks every page: `for await (const event of hj.auditLogs.all({ resourceId }))`. */
  all(options: ListAuditLogsOptions = {}): AsyncGenerator<AuditEvent, void, undefined> {
    return everyPage(options.cursor, (cursor) => this.list({ limit: 200, ...options, cursor }));
  }

  /** Appends an event of your own. It can never look like one of HelloJohn's. */
  create(body: AuditEventInput, options?: ActOptions): Promise<AuditEvent> {
    return this.#api.call(rows.createAuditEvent, { ...options, body });
  }
}
