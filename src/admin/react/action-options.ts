import type { AdminUser, BodyOf, Endpoint, ReplyOf } from "@hellojohn/contract";
import { adminEndpoints as rows } from "@hellojohn/contract/admin-endpoints";
import type { UseMutationOptions } from "@tanstack/react-query";
import type { CallOptions } from "../../client/index.js";
import type { AdminClient } from "./admin-client.js";
import { adminKeys } from "./keys.js";
import { type UserAction, userActions } from "./user-actions.js";
import { dropUser, refreshUsers, showUser } from "./user-cache.js";

/** What goes with any action: a signal, or the key that makes its repetitions one. */
export type ActionOptions = Pick<CallOptions, "signal" | "idempotencyKey" | "version">;

/** What is done to a user besides what a menu offers, by endpoint. */
const others = {
  create: "createUser",
  reveal: "revealUser",
  revokeSession: "revokeSession",
  removeFactor: "removeUserFactor",
} as const;

type Operations = { [Name in UserAction]: (typeof userActions)[Name]["operation"] } & typeof others;
export type ActionName = keyof Operations;
type RowOf<Name extends ActionName> = (typeof rows)[Operations[Name]];

/** What the path and the body hold; the user is always `id`. */
export type ActionInput<Name extends ActionName> = Omit<BodyOf<RowOf<Name>> & object, "userId"> &
  (Name extends "create" ? object : { id: string }) &
  (Name extends "revokeSession" ? { sessionId: string } : object) &
  (Name extends "removeFactor" ? { factorId: string } : object);
export type ActionReply<Name extends ActionName> = ReplyOf<RowOf<Name>>;

/** Sends an action. */
export function send<Name extends ActionName>(
  { call }: AdminClient,
  name: Name,
  input: ActionInput<Name>,
  options?: ActionOptions,
): Promise<ActionReply<Name>> {
  const { id = "", factorId = "", sessionId = id, ...rest } = input as Record<string, string>;
  const operation =
    name in others ? others[name as "create"] : userActions[name as "edit"].operation;
  const row = rows[operation] as Endpoint<string, object, ActionReply<Name>>;
  const body = name === "impersonate" ? { userId: id, ...rest } : rest;
  return call(row, {
    ...options,
    params: { id: sessionId, factorId },
    // None at all is an empty one.
    ...(Object.keys(body).length > 0 && { body }),
  });
}

/** Options for `useMutation` of one thing done to one user. */
export type UserActionOf<Name extends ActionName> = UseMutationOptions<
  ActionReply<Name>,
  Error,
  ActionInput<Name> & { options?: ActionOptions }
>;

/** The user in an answer, where there is one. */
function userIn(reply: unknown): AdminUser | undefined {
  const { user, version } = { ...(reply as Partial<AdminUser> & { user?: AdminUser }) };
  return user ?? (version === undefined ? undefined : (reply as AdminUser));
}

/** One thing done to one user; wherever she is shown, she is shown as the server tells her afterwards. */
export function userActionOptions<Name extends ActionName>(
  admin: AdminClient,
  name: Name,
): UserActionOf<Name> {
  type Input = ActionInput<Name> & { id?: string; options?: ActionOptions };
  return {
    mutationKey: [...admin.branch, name],
    networkMode: "always",
    // A password or a token leaves the cache with the dialog that asked for it.
    gcTime: 0,
    mutationFn: ({ options, ...input }: Input) =>
      send(admin, name, input as ActionInput<Name>, options),
    onSuccess(reply, input, _result, { client: cache }) {
      const { id } = input as Input;
      const user = userIn(reply);
      if (user) showUser(cache, admin, user);
      else if (name === "delete" && id) dropUser(cache, admin, id);
      if (!["reveal", "export", "impersonate"].includes(name)) void refreshUsers(cache, admin);
    },
    onSettled(_reply, error, input, _result, { client: cache }) {
      const { id } = input as Input;
      // Whether a call whose answer was lost came through, the server knows.
      if (error || !id) return refreshUsers(cache, admin);
      return cache.invalidateQueries({ queryKey: adminKeys.user(admin, id) });
    },
  };
}
