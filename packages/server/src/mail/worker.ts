/** The part of the mail service that the API sees. */
export interface Mail {
  /** Says that a mail was committed, so that it leaves now rather than at the next look. */
  nudge(): void;
}
