import type { AdminUser, CreateUserInput, RevealInput, UpdateUserInput } from "@hellojohn/contract";
import { adminEndpoints as rows } from "@hellojohn/contract/admin-endpoints";
import type { UseMutationOptions } from "@tanstack/react-query";
import type { CallOptions } from "../../client/index.js";
import type { AdminClient } from "./admin-client.js";
import { adminKeys } from "./keys.js";
import { dropUser, refreshUsers, showUser } from "./user-cache.js";

/** What goes with any action: a signal, or the key that makes its repetitions one. */
export type ActionOptions = Pick<
  CallOptions,
  "signal" | "idempotencyKey" | "version" | "maxRetries"
>;

/** Sends each action; its input names the user by `id`. */
export const send = {
  create: ({ call }: AdminClient, body: CreateUserInput, options?: ActionOptions) =>
    call(rows.createUser, { ...options, body }),
  edit: (
    { call }: AdminClient,
    { id, ...body }: UpdateUserInput & { id: string },
    options?: ActionOptions,
  ) => call(rows.updateUser, { ...options, params: { id }, body }),
  disable: (
    { call }: AdminClient,
    { id, ...body }: { id: string; reason?: string; revokeSessions?: boolean },
    options?: ActionOptions,
  ) => call(rows.disableUser, { ...options, params: { id }, body }),
  enable: (
    { call }: AdminClient,
    { id, ...body }: { id: string; reason?: string },
    options?: ActionOptions,
  ) => call(rows.enableUser, { ...options, params: { id }, body }),
  delete: (
    { call }: AdminClient,
    { id, ...body }: { id: string; reason?: string },
    options?: ActionOptions,
  ) => call(rows.deleteUser, { ...options, params: { id }, body }),
  setPassword: (
    { call }: AdminClient,
    { id, ...body }: { id: string; password: string; signOutAllSessions?: boolean },
    options?: ActionOptions,
  ) => call(rows.setUserPassword, { ...options, params: { id }, body }),
  resetPassword: (
    { call }: AdminClient,
    { id, ...body }: { id: string; revokeSessions?: boolean },
    options?: ActionOptions,
  ) => call(rows.sendPasswordReset, { ...options, params: { id }, body }),
  revokeSessions: ({ call }: AdminClient, { id }: { id: string }, options?: ActionOptions) =>
    call(rows.revokeUserSessions, { ...options, params: { id } }),
  revokeSession: (
    { call }: AdminClient,
    { sessionId }: { id: string; sessionId: string },
    options?: ActionOptions,
  ) => call(rows.revokeSession, { ...options, params: { id: sessionId } }),
  removeFactor: (
    { call }: AdminClient,
    { id, factorId }: { id: string; factorId: string },
    options?: ActionOptions,
  ) => call(rows.removeUserFactor, { ...options, params: { id, factorId } }),
  reveal: (
    { call }: AdminClient,
    { id, ...body }: RevealInput & { id: string },
    options?: ActionOptions,
  ) => call(rows.revealUser, { ...options, params: { id }, body }),
  export: ({ call }: AdminClient, { id }: { id: string }, options?: ActionOptions) =>
    call(rows.exportUser, { ...options, params: { id } }),
  impersonate: (
    { call }: AdminClient,
    { id, ...body }: { id: string; reason: string; expiresIn?: string },
    options?: ActionOptions,
  ) => call(rows.impersonate, { ...options, body: { userId: id, ...body } }),
} as const;

export type ActionName = keyof typeof send;
export type ActionInput<Name extends ActionName> = Parameters<(typeof send)[Name]>[1];
export type ActionReply<Name extends ActionName> = Awaited<ReturnType<(typeof send)[Name]>>;

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
  const run = send[name] as (
    client: AdminClient,
    input: object,
    options: ActionOptions | undefined,
  ) => Promise<ActionReply<Name>>;
  return {
    mutationKey: [...admin.branch, name],
    networkMode: "always",
    // A password or a token leaves the cache with the dialog that asked for it.
    gcTime: 0,
    mutationFn: ({ options, ...input }: Input) => run(admin, input, options),
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
