import { Secret, TOTP } from "otpauth";
import type { Secrets } from "../secrets.js";
import type { FactorRow } from "../store/factors.js";
import { seal, unseal } from "../store/secret-text.js";

const period = 30;

/** Opens a factor's secret to the authenticator app's arithmetic. */
const totp = (base32: string, issuer = "", label = ""): TOTP =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(base32), digits: 6, period });

/** A new secret: sealed for the database, plain and as a link for the app. */
export function makeTotp(secrets: Secrets, issuer: string, label: string) {
  const { base32 } = new Secret({ size: 20 });
  return {
    sealed: seal(secrets.derive("totp"), base32),
    secret: base32,
    uri: totp(base32, issuer, label).toString(),
  };
}

/** The step of a right code that was not used before, one step early or late; else nothing. */
export function stepOf(
  secrets: Secrets,
  factor: FactorRow,
  code: string,
  now: Date,
): number | undefined {
  const timestamp = now.getTime();
  const secret = unseal(secrets.derive("totp"), factor.sealed_secret);
  const delta = totp(secret).validate({ token: code, timestamp, window: 1 });
  if (delta === null) return undefined;
  const step = Math.floor(timestamp / 1000 / period) + delta;
  return factor.last_step !== null && step <= factor.last_step ? undefined : step;
}
