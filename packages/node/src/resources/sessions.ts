import { endpoints as rows, HelloJohnError, refusal, type Session } from "@hellojohn/contract";
import type { Api } from "../api.js";
import type { TokenClaims } from "../claims.js";
import type { ReadOptions } from "../options.js";
import type { VerifyOptions, VerifyToken } from "../verify-token.js";

/** A token that is genuine, and its session, which lives. */
export interface LiveSession extends TokenClaims {
  session: Session;
}

const ended = () => refusal("session_revoked", "This session has ended");

/** The sign-ins of users. */
export class Sessions {
  readonly #api: Api;
  readonly #verifyToken: VerifyToken;

  constructor(api: Api, verifyToken: VerifyToken) {
    this.#api = api;
    this.#verifyToken = verifyToken;
  }

  async list(userId: string, { signal }: ReadOptions = {}): Promise<Session[]> {
    const params = { id: userId };
    return (await this.#api.call(rows.listUserSessions, { params, signal })).data;
  }

  get(id: string, { signal }: ReadOptions = {}): Promise<Session> {
    return this.#api.call(rows.getSession, { params: { id }, signal });
  }

  revoke(id: string): Promise<{ revoked: number }> {
    return this.#api.call(rows.revokeSession, { params: { id } });
  }

  revokeAll(userId: string): Promise<{ revoked: number }> {
    return this.#api.call(rows.revokeUserSessions, { params: { id: userId } });
  }

  /** Verifies a token and asks the server whether its session lives: a revoked one is refused at once. */
  async verify(token: string, options: VerifyOptions & ReadOptions = {}): Promise<LiveSession> {
    const claims = await this.#verifyToken(token, options);
    const session = await this.get(claims.sessionId, options).catch((error: unknown) => {
      throw HelloJohnError.is(error) && error.status === 404 ? ended() : error;
    });
    if (session.userId !== claims.sub) throw ended();
    return { ...claims, session };
  }
}
