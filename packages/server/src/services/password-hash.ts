import { hash, verify } from "@node-rs/argon2";
import { makeQueue } from "./password-queue.js";

/** argon2id (the package's default algorithm) with the parameters OWASP asks for. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Three of libuv's four threads: no core of two idles while the main thread is busy, and one thread is left to others. */
const queued = makeQueue({ running: 3, waiting: 128 });

/** The hash to keep of a password. */
export const hashPassword = (password: string): Promise<string> =>
  queued(() => hash(password, parameters));

let dummy: Promise<string> | undefined;

/** Whether the password is the one. Without a hash it takes as long and says no, so that time tells nothing. */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const known = kept ?? (await (dummy ??= hash("nobody's password", parameters)));
  const right = await queued(() => verify(known, password));
  return right && kept !== null;
}
