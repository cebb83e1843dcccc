import type { SessionState } from "../client/index.js";

const all = ["hellojohn"] as const;

/** Everything cached for whoever acts now. */
const branch = (session: SessionState) =>
  session.status === "signed-in"
    ? ([...all, session.userId, session.impersonated] as const)
    : ([...all, null, false] as const);

/** The keys under which things are cached; every person has a branch of her own. */
export const keys = {
  all,
  branch,
  me: (session: SessionState) => [...branch(session), "me"] as const,
  sessions: (session: SessionState) => [...branch(session), "sessions"] as const,
};
