/** All times are UTC. */
export const day = (time: Date): string => time.toISOString().slice(0, 10);

export const minute = (time: Date): string => time.toISOString().slice(0, 16).replace("T", " ");

const units = [
  ["min", 60],
  ["hour", 3600],
  ["day", 86_400],
  ["month", 30 * 86_400],
  ["year", 365 * 86_400],
] as const;

/** Such as "14 min ago" or "3 days ago". */
export function ago(time: Date, now = Date.now()): string {
  const seconds = (now - time.getTime()) / 1000;
  const unit = units.findLast(([, length]) => seconds >= length);
  if (!unit) return "just now";
  const [name, length] = unit;
  const count = Math.floor(seconds / length);
  return `${count} ${name}${count === 1 || name === "min" ? "" : "s"} ago`;
}
