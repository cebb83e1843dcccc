import { type ListedRow, listUsers } from "../../store/user-list.js";
import { audit } from "../audit.js";
import { type Call, type Stream, tenantOf } from "../call.js";
import { columnsIn, type ExportFormat, exportFormats } from "./export-format.js";
import { type Expected, expectedOf } from "./totals.js";
import { userDetailsOf } from "./user-details.js";
import { selectionOf, type UserSelection } from "./user-query.js";

type Export = Call<"exportUsers">;

/** As many users as are in memory at a time, and as are read before another call has its turn. */
const pageSize = 500;

interface Selected extends UserSelection {
  expected: Expected;
}

async function pageAfter(
  { context }: Export,
  selected: Selected,
  last?: ListedRow,
): Promise<ListedRow[]> {
  const after = last && { key: last.sort_key, id: last.id };
  const slice = { ...selected, after, limit: pageSize };
  return (await listUsers(context.database.sql, slice)).rows;
}

/** One page after the other, each read when the one before has been taken; no transaction is held open. */
async function* chunksOf(
  call: Export,
  selected: Selected,
  { format, first }: { format: ExportFormat; first: ListedRow[] },
) {
  if (format.head) yield format.head;
  let rows = first;
  while (rows.length > 0) {
    const users = await userDetailsOf(call.context.database.sql, call, rows, {
      masked: call.query.masked,
    });
    yield users.map(format.write).join("");
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ended
    rows = rows.length < pageSize ? [] : await pageAfter(call, selected, rows.at(-1));
  }
}

/** What the log tells of an export: never what was searched for. */
const filtersIn = ({ query: { format: _, fields: __, ...filters } }: Export): string[] =>
  Object.keys(filters).filter((name) => filters[name as keyof typeof filters] !== undefined);

export async function exportUsers(call: Export): Promise<Stream> {
  const { context, query, now } = call;
  const kind = query.format ?? "csv";
  const selection = selectionOf(tenantOf(call).id, query);
  const columns = columnsIn(query.fields);
  const format = exportFormats[kind](columns);
  const expected = await expectedOf(context, selection.conditions);
  const selected = { ...selection, expected };
  const first = await pageAfter(call, selected);
  await audit(context.database.sql, call, {
    type: "users.exported",
    resourceId: null,
    metadata: { format: kind, filters: filtersIn(call), ...(columns ? { fields: columns } : {}) },
  });
  return {
    contentType: format.contentType,
    filename: `users-${now.toISOString().slice(0, 10)}.${kind}`,
    chunks: chunksOf(call, selected, { format, first }),
  };
}
