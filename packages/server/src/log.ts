import { type Logger, pino, stdTimeFunctions } from "pino";

const secretNames = [
  ...["authorization", "cookie", "set-cookie", "password", "token", "secret", "key"],
  ...["current_password", "currentPassword", "new_password", "newPassword", "password_hash"],
  ...["access_token", "accessToken", "refresh_token", "refreshToken"],
  ...["secret_key", "secretKey", "publishable_key", "api_key", "apiKey"],
];

/** At the top, one level down and two: nothing of ours is logged deeper. */
const paths = secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

/** Tokens and keys wherever they stand in a text, such as the message of a driver's error. */
const inText =
  /\b(?:[sp]k_(?:live|test)_[\w-]+|eyJ[\w-]{8,}(?:\.[\w-]*){1,2})|(?<=:\/\/[^\s:/@]*:)[^\s@/]+(?=@)/g;

const clean = (text: string): string => text.replace(inText, "[redacted]");

/** Only what an error says and where; its other properties (a query's parameters, say) may be secrets. */
function writeError(error: unknown): unknown {
  if (!(error instanceof Error)) return clean(String(error));
  const { name, message, stack, cause } = error;
  const code = (error as { code?: unknown }).code;
  return {
    type: name,
    message: clean(message),
    ...(typeof code === "string" ? { code } : {}),
    ...(stack ? { stack: clean(stack) } : {}),
    ...(cause === undefined ? {} : { cause: writeError(cause) }),
  };
}

/** JSON lines on stderr, one an event; stdout belongs to the program's answers. */
export function createLog(level: string): Logger {
  const lines = pino.destination({ dest: 2, sync: true, minLength: 4096, periodicFlush: 250 });
  process.once("exit", () => lines.flushSync());
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, censor: "[redacted]" },
      serializers: { err: writeError, error: writeError },
    },
    lines,
  );
}
