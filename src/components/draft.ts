/** What someone has typed and not saved, and what stood there when she began. */
export interface Draft {
  original: string;
  mine: string;
}

/** Unsaved text by field. */
export type Drafts = Map<string, Draft>;

/** Whom a form is about. */
export interface Subject {
  readonly id: string;
  readonly version: number;
}
