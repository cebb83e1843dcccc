/** How to reach HelloJohn, and as whom. What is left out comes from the environment. */
export interface HelloJohnOptions {
  /** `sk_…`; `HELLOJOHN_SECRET_KEY` unless said. */
  secretKey?: string | undefined;
  /** Needed by no key, for a key is bound to one tenant; a wrong one is refused. `HELLOJOHN_TENANT_ID` unless said. */
  tenantId?: string | undefined;
  /** `HELLOJOHN_API_URL`, or `https://api.hellojohn.dev`, unless said. */
  apiUrl?: string | undefined;
  /** How long one try may take; 10 seconds unless said. */
  timeoutMs?: number | undefined;
  /** 2 unless said. */
  maxRetries?: number | undefined;
  fetch?: typeof fetch | undefined;
}

/** Options with the environment read and everything checked. Held in closures alone: nothing prints it. */
export interface Settings {
  readonly secretKey: string;
  readonly tenantId: string | undefined;
  readonly apiUrl: string;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly fetch: typeof fetch;
}

type Environment = Record<string, string | undefined>;

/** A setting of the environment, where there is one: workers have none, and Deno may refuse to tell. */
function fromEnvironment(name: string): string | undefined {
  try {
    const { process } = globalThis as { process?: { env?: Environment } };
    return process?.env?.[name]?.trim() || undefined;
  } catch {
    return undefined;
  }
}

function refuseBrowser(): void {
  const { window, document } = globalThis as { window?: unknown; document?: unknown };
  if (window !== undefined && document !== undefined)
    throw new Error(
      "@hellojohn/node holds a secret key and must not run in a page, where every visitor could read it. " +
        "In a browser use @hellojohn/react with a publishable key, or call your own server. " +
        "In tests, use an environment without a DOM",
    );
}

/** The messages never repeat what was given. */
function checkKey(key: string | undefined): string {
  if (!key)
    throw new Error(
      "HelloJohn needs a secret key: pass `new HelloJohn({ secretKey })` or set HELLOJOHN_SECRET_KEY",
    );
  if (key.startsWith("pk_"))
    throw new Error("That is a publishable key (pk_…); a server calls with its secret key (sk_…)");
  if (!/^sk_[\x21-\x7e]{8,512}$/.test(key))
    throw new Error("That is not a secret key; it begins with sk_ and has no spaces");
  return key;
}

function checkUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  if (!isPlain || url.search || url.hash)
    throw new Error("`apiUrl` is no web address such as https://api.hellojohn.dev");
  return url.href.replace(/\/+$/, "");
}

/** Reads options and environment; throws what an integrator must change. */
export function readSettings(options: HelloJohnOptions = {}): Settings {
  refuseBrowser();
  const { timeoutMs = 10_000, maxRetries = 2 } = options;
  const apiUrl = options.apiUrl ?? fromEnvironment("HELLOJOHN_API_URL");
  return {
    secretKey: checkKey((options.secretKey ?? fromEnvironment("HELLOJOHN_SECRET_KEY"))?.trim()),
    tenantId: options.tenantId ?? fromEnvironment("HELLOJOHN_TENANT_ID"),
    apiUrl: checkUrl(apiUrl ?? "https://api.hellojohn.dev"),
    timeoutMs,
    maxRetries,
    // Looked up at each call, for tools that watch the network replace it.
    fetch: options.fetch ?? ((...request) => globalThis.fetch(...request)),
  };
}
