import type { Sql } from "../database/sql.js";
import { ask, part } from "./fragment.js";
import { type UserConditions, whereOf } from "./user-conditions.js";
import type { UserRow } from "./users.js";

/** Users by number of page, which costs more the further it goes; for the dialect that has nothing else. */
export const pageOfUsers = (
  sql: Sql,
  conditions: UserConditions,
  { limit, offset }: { limit: number; offset: number },
): Promise<UserRow[]> =>
  ask<UserRow>(
    sql,
    part`select u.* from users u where ${whereOf(conditions)}
      order by u.created_at desc, u.id desc limit ${limit} offset ${offset}`,
  );
