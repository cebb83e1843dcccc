import type { Endpoint, PasswordChange, SignedIn } from "@hellojohn/contract";
import { selfEndpoints as rows } from "@hellojohn/contract/self-endpoints";
import { createCall } from "./call.js";
import type { ClientOptions, HelloJohnClient } from "./client.js";
import { createGivenSession } from "./given-session.js";
import { createManagedSession } from "./managed-session.js";
import { createServerClock } from "./server-clock.js";
import { refuseSecretKey } from "./session-source.js";

/** Makes a client of the users API for the person at this device. Nothing happens until it is used. */
export function createClient(options: ClientOptions = {}): HelloJohnClient {
  for (const [place, value] of Object.entries(options)) refuseSecretKey(value, place);
  const { publishableKey, token, sessionStore } = options;
  const apiUrl = (options.apiUrl ?? "https://api.hellojohn.dev").replace(/\/+$/, "");
  const clock = createServerClock();

  const managed =
    token === undefined
      ? createManagedSession({
          name: `hellojohn ${apiUrl} ${publishableKey ?? ""}`,
          clock,
          store: sessionStore,
          exchange: (refreshToken) => call(rows.refresh, { body: { refreshToken } }),
        })
      : undefined;
  const session = managed ?? createGivenSession(token ?? "");
  const call = createCall({ ...options, apiUrl, session, clock });

  /** What is sent as it was given. */
  const post =
    <Path extends string, Body, Reply>(row: Endpoint<Path, Body, Reply>) =>
    (body: Body): Promise<Reply> =>
      call(row, { body });

  const begin =
    <Body>(row: Endpoint<string, Body, SignedIn>) =>
    async (body: Body): Promise<SignedIn> => {
      const signedIn = await call(row, { body });
      managed?.begin(signedIn.session);
      return signedIn;
    };

  async function signOut() {
    const last = await session.getToken().catch(() => null);
    session.end("signed_out");
    // Nobody here holds the session any more; telling the server is a courtesy that may fail.
    if (last) await call(rows.signOut, { token: last }).catch(() => {});
  }

  return {
    session: { get: session.get, subscribe: session.subscribe, getToken: session.getToken },
    signIn: begin(rows.signIn),
    verifyTotp: begin(rows.verifyTotp),
    signUp: begin(rows.signUp),
    signOut,
    forgotPassword: async (body) => void (await call(rows.forgotPassword, { body })),
    resetPassword: post(rows.resetPassword),
    user: {
      get: (read) => call(rows.getMe, read),
      updateProfile: (body, write) => call(rows.updateMe, { ...write, body }),
      // Either spelling is the same on the wire.
      updatePassword: (body, read) =>
        call(rows.changePassword, { ...read, body: body as PasswordChange }),
      updateMetadata: (publicMetadata, write) =>
        call(rows.updateMyMetadata, { ...write, body: { publicMetadata } }),
      verifyEmail: post(rows.verifyEmail),
      resendEmail: () => call(rows.resendEmail),
      cancelEmail: () => call(rows.cancelEmail),
      export: (read) => call(rows.exportMe, read),
      async delete(body) {
        await call(rows.deleteMe, { body });
        session.end("signed_out");
      },
    },
    sessions: {
      list: async (read) => (await call(rows.listMySessions, read)).data,
      revoke: (id) => call(rows.revokeMySession, { params: { id } }),
      revokeOthers: () => call(rows.revokeMyOtherSessions),
    },
    mfa: {
      enrollTotp: () => call(rows.enrollTotp),
      confirmTotp: post(rows.confirmTotp),
    },
    call,
    actAs: (token) => createClient({ ...options, token }),
    close: session.close,
  };
}
