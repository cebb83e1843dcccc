import { audit, type Logged } from "./audit.js";
import type { FakeUser } from "./make-user.js";
import type { State } from "./state.js";

/** Puts a new person among the others. */
export function addUser(state: State, user: FakeUser): void {
  state.users.set(user.id, user);
  state.revision += 1;
}

/** Takes a person away with all that belongs to her; the log keeps that it happened. */
export function removeUser(call: Logged, user: FakeUser, reason?: string): void {
  const { state } = call;
  const isHers = ({ userId }: { userId: string }) => userId === user.id;
  for (const held of [state.sessions, state.mailedTokens, state.factors, state.challenges])
    for (const [id, record] of held) if (isHers(record)) held.delete(id);
  const others = state.memberships.filter((membership) => !isHers(membership));
  state.memberships.splice(0, Infinity, ...others);
  state.users.delete(user.id);
  state.revision += 1;
  audit(call, { type: "user.deleted", resourceId: user.id, reason });
}
