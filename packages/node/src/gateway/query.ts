import { type FieldMessages, refuseFields } from "@hellojohn/contract";
import { type GatewayOperation, queryNamesOf } from "./operations.js";

/** The query by name. An unknown or repeated name is refused: to leave out a condition would answer more than was asked. */
export function readQuery(name: GatewayOperation, search: string): Record<string, string> {
  const known = queryNamesOf(name);
  const query: Record<string, string> = {};
  const refused: FieldMessages = {};
  for (const [key, value] of new URLSearchParams(search)) {
    const field = known.includes(key) ? key : "query";
    if (field !== key)
      refused[field] = [{ code: "unknown_field", message: "There is no such condition" }];
    else if (Object.hasOwn(query, key))
      refused[field] = [{ code: "duplicate_field", message: "Send it once" }];
    query[field] = value;
  }
  if (Object.keys(refused).length > 0) throw refuseFields(refused);
  return query;
}
