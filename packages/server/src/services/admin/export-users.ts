import type { UserExportQuery } from "@hellojohn/contract";
import { type ListedRow, listUsers } from "../../store/user-list.js";
import { audit } from "../audit.js";
import { type Call, type Operation, type Stream, tenantOf } from "../call.js";
import { columnsIn, type ExportFormat, exportFormats } from "./export-format.js";
import { type Expected, expectedOf } from "./totals.js";
import { userDetailsOf } from "./user-details.js";
import { inSearch, queryIn, selectionOf, type UserSelection } from "./user-query.js";

/** As many users as are in memory at a time, and as are read before another call has its turn. */
const pageSize = 500;

interface Selected extends UserSelection {
  expected: Expected;
  masked: boolean | undefined;
}

async function pageAfter(
  { context }: Operation,
  selected: Selected,
  last?: ListedRow,
): Promise<ListedRow[]> {
  const after = last && { key: last.sort_key, id: last.id };
  const slice = { ...selected, after, limit: pageSize };
  return (await listUsers(context.database.sql, slice)).rows;
}

/** One page after the other, each read when the one before has been taken; no transaction is held open. */
async function* chunksOf(
  call: Operation,
  selected: Selected,
  { format, first }: { format: ExportFormat; first: ListedRow[] },
) {
  const { masked } = selected;
  if (format.head) yield format.head;
  let rows = first;
  while (rows.length > 0) {
    const users = await userDetailsOf(call.context.database.sql, call, rows, { masked });
    yield users.map(format.write).join("");
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ended
    rows = rows.length < pageSize ? [] : await pageAfter(call, selected, rows.at(-1));
  }
}

/** What the log tells of an export: never what was searched for. */
const namesIn = (asked: object): string[] =>
  Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [name]));

async function streamOf(
  call: Operation,
  { format: kind = "csv", fields, ...asked }: UserExportQuery,
  within?: string,
): Promise<Stream> {
  const { context, now } = call;
  const selection = selectionOf(tenantOf(call).id, asked, within);
  const columns = columnsIn(fields);
  const format = exportFormats[kind](columns);
  const expected = await expectedOf(context, selection.conditions);
  const selected = { ...selection, expected, masked: asked.masked };
  const first = await pageAfter(call, selected);
  await audit(context.database.sql, call, {
    type: "users.exported",
    resourceId: null,
    metadata: { format: kind, filters: namesIn(asked), ...(columns ? { fields: columns } : {}) },
  });
  return {
    contentType: format.contentType,
    filename: `users-${now.toISOString().slice(0, 10)}.${kind}`,
    chunks: chunksOf(call, selected, { format, first }),
  };
}

export const exportUsers = (call: Call<"exportUsers">): Promise<Stream> =>
  streamOf(call, call.query);

export function exportFoundUsers(call: Call<"exportFoundUsers">): Promise<Stream> {
  const { format, fields, masked, ...search } = call.body;
  return streamOf(call, { ...queryIn(search), masked, format, fields }, inSearch);
}
