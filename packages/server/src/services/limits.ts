/** Uses per minute, sliding. `strict` ones are exact: where the server may have copies, the database counts. */
export const limits = {
  read: { perMinute: 1000, strict: false },
  write: { perMinute: 500, strict: false },
  /** Calls that act on many users. */
  bulk: { perMinute: 50, strict: false },
  refresh: { perMinute: 60, strict: false },
  signIn: { perMinute: 10, strict: true },
  signUp: { perMinute: 5, strict: true },
  forgotPassword: { perMinute: 5, strict: true },
  /** Guesses of a password by someone who holds a session. */
  password: { perMinute: 10, strict: true },
} as const;

export type LimitName = keyof typeof limits;
