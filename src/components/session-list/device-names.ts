import type { Session } from "@hellojohn/contract";

/** A name for each session that no other on the list has, so that every button says which device it ends. */
export function deviceNames(sessions: readonly Session[], unknown: string): Map<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    sessions.map((session) => {
      const device = session.device ?? unknown;
      const count = (seen.get(device) ?? 0) + 1;
      seen.set(device, count);
      return [session.id, count > 1 ? `${device} (${count})` : device];
    }),
  );
}
