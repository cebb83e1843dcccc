type Names = readonly (readonly [RegExp, string])[];

/** In this order: most browsers also claim to be those below them. */
const browsers: Names = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\/|Chromium\//, "Chrome"],
  [/Safari\//, "Safari"],
  [/curl\//, "curl"],
  [/node|undici/i, "Node.js"],
];

const systems: Names = [
  [/iPhone|iPod/, "iOS"],
  [/iPad/, "iPadOS"],
  [/Android/, "Android"],
  [/CrOS/, "ChromeOS"],
  [/Windows/, "Windows"],
  [/Macintosh|Mac OS X/, "macOS"],
  [/Linux|X11/, "Linux"],
];

const nameIn = (names: Names, text: string): string | undefined =>
  names.find(([pattern]) => pattern.test(text))?.[1];

/** A device in words, such as "Chrome on macOS"; nothing when the user agent tells neither. */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const words = [nameIn(browsers, userAgent), nameIn(systems, userAgent)];
  return words.filter(Boolean).join(" on ") || null;
}
