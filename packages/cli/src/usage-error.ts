/** The program was called or set up wrongly; exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Nothing went wrong, and yet what was asked for was not done; exit code 1. */
export class NotDone extends Error {
  override readonly name = "NotDone";
}
