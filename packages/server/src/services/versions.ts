import { refusal } from "@hellojohn/contract";
import type { UserRow } from "../store/users.js";
import type { Operation } from "./call.js";

/** Refuses a change that is based on another version than the one the user has now. */
export function assertVersion({ ifMatch }: Operation, row: UserRow, view: () => unknown): void {
  if (!ifMatch || ifMatch.includes(row.version)) return;
  throw refusal(
    "version_conflict",
    `The user has changed: version ${row.version} is the current one`,
    {
      current: view(),
    },
  );
}
