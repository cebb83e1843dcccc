import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Text nobody guesses, for tokens and keys: 192 bits in letters and digits. */
export const randomText = (): string =>
  BigInt(`0x01${randomBytes(24).toString("hex")}`).toString(36);

/** What is kept of a token or key. They are too random to be guessed, so a plain digest hides them. */
export const digest = (text: string): string =>
  createHash("sha256").update(text).digest("base64url");

/** Encrypts with a key of 32 bytes (AES-256-GCM). */
export function seal(key: Uint8Array, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** Reads what `seal` wrote; throws when the key is another one or the text was changed. */
export function unseal(key: Uint8Array, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
