import { HelloJohnError } from "@hellojohn/contract";
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import type { Settings } from "./settings.js";

const freshMs = 10 * 60_000;
const coolDownMs = 30_000;

const unavailable = (message: string) => new HelloJohnError("service_unavailable", message);

/** Reads the server's public keys. They are no secret, and the secret key does not go along. */
async function fetchKeys({ apiUrl, fetch, timeoutMs }: Settings): Promise<JWTVerifyGetKey> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(`${apiUrl}/.well-known/jwks.json`, { redirect: "manual", signal });
  if (!response.ok) throw unavailable(`The keys could not be read: ${response.status}`);
  return createLocalJWKSet((await response.json()) as JSONWebKeySet);
}

/**
 * Finds the key of a token. Keys are kept for ten minutes, and longer while the server cannot be reached; an unknown key
 * is looked for once in half a minute, so that made-up tokens cost nobody a request each.
 */
export function createKeySet(settings: Settings): JWTVerifyGetKey {
  let keys: JWTVerifyGetKey | undefined;
  let askedAt = 0;
  let loadedAt = 0;
  let pending: Promise<JWTVerifyGetKey> | undefined;

  async function load(): Promise<JWTVerifyGetKey> {
    askedAt = Date.now();
    try {
      keys = await fetchKeys(settings);
      loadedAt = askedAt;
      return keys;
    } catch (error) {
      if (keys) return keys;
      throw HelloJohnError.is(error) ? error : unavailable("The keys could not be read");
    } finally {
      pending = undefined;
    }
  }

  const reload = () => (pending ??= load());
  const hasCooled = () => pending !== undefined || Date.now() - askedAt >= coolDownMs;

  return async (header, token) => {
    const isStale = Date.now() - loadedAt >= freshMs;
    const known = keys && !(isStale && hasCooled()) ? keys : await reload();
    try {
      return await known(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !hasCooled()) throw error;
      return (await reload())(header, token);
    }
  };
}
