import type { UserDetails, UserPage } from "@hellojohn/contract";

/** One page of users. */
export interface UserList {
  users: UserDetails[];
  /** The same array. */
  data: UserDetails[];
  nextCursor: string | null;
  hasMore: boolean;
  total: number;
  totalIsEstimate: boolean;
}

export const listOf = ({ data, pagination }: UserPage): UserList => {
  const { nextCursor, hasMore, total, totalIsEstimate } = pagination;
  return { users: data, data, nextCursor, hasMore, total, totalIsEstimate };
};
