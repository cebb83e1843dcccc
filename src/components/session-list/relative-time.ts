const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/** "3 hours ago" in the reader's language. A clock that is behind never makes it the future. */
export function relativeTime(date: Date, now: Date, locale: string): string {
  const seconds = Math.max(0, (now.getTime() - date.getTime()) / 1000);
  const [unit, length] = steps.find(([, step]) => seconds >= step) ?? (["second", 60] as const);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  return words.format(-Math.floor(seconds / length), unit);
}
