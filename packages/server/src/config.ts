import * as z from "zod/mini";
import { addresses, booleanFlag, count, origins, port, scale, url } from "./config-values.js";

const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const optional = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(schema);

/** Every setting, and nothing that is not here is read. An empty variable counts as unset. */
const environment = z.object({
  PORT: optional(port),
  HOST: optional(z.string()),
  DATABASE_URL: optional(url("postgres:", "postgresql:")),
  HELLOJOHN_DATA_DIR: optional(z.string()),
  HELLOJOHN_PUBLIC_URL: optional(url("http:", "https:")),
  HELLOJOHN_APP_URL: optional(url("http:", "https:")),
  HELLOJOHN_ALLOWED_ORIGINS: optional(origins),
  HELLOJOHN_TRUSTED_PROXIES: optional(addresses),
  HELLOJOHN_RATE_LIMIT_SCALE: optional(scale),
  HELLOJOHN_MAIL_FROM: optional(z.string()),
  HELLOJOHN_DEMO: optional(booleanFlag),
  HELLOJOHN_DEMO_USERS: optional(count),
  SMTP_URL: optional(url("smtp:", "smtps:")),
  NODE_ENV: optional(z.string()),
  LOG_LEVEL: optional(z.enum(levels, `Write one of ${levels.join(", ")}`)),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Where the API is reached from outside; the issuer of its tokens. */
  readonly publicUrl: string;
  /** Where the links in mails lead. */
  readonly appUrl: string;
  readonly allowedOrigins: readonly string[];
  /** Addresses and CIDR ranges whose `X-Forwarded-For` counts. */
  readonly trustedProxies: readonly string[];
  readonly rateLimitScale: number;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly demo: boolean;
  /** How many made-up users the demo has beside its people. */
  readonly demoUsers: number;
  readonly production: boolean;
  readonly logLevel: string;
}

/** The configuration cannot be used; every line names a variable, what is wrong, and what to write. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

function unsafe(config: Config): string[] {
  const faults: [boolean, string][] = [
    [config.demo, "HELLOJOHN_DEMO: demo people have known passwords; unset it in production"],
    [
      config.allowedOrigins.includes("*"),
      'HELLOJOHN_ALLOWED_ORIGINS: "*" lets every site act for your users; list your own origins',
    ],
    [
      !config.smtpUrl,
      "SMTP_URL: without it no mail leaves the server; write smtps://user:password@host:465",
    ],
    [
      hasDefaultPassword(config.databaseUrl),
      "DATABASE_URL: its password is a well-known default; give the database a password of your own",
    ],
  ];
  return faults.filter(([isUnsafe]) => isUnsafe).map(([, message]) => message);
}

const defaultPasswords = new Set(["postgres", "password", "admin", "root", "secret", "changeme"]);

const hasDefaultPassword = (databaseUrl: string | undefined): boolean =>
  databaseUrl !== undefined &&
  defaultPasswords.has(decodeURIComponent(new URL(databaseUrl).password));

const everywhere = new Set(["0.0.0.0", "::"]);

/** Where this process answers, as seen from the same machine. */
export function localUrl({ host, port }: Pick<Config, "host" | "port">): string {
  const name = everywhere.has(host) ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/** Fills in what depends on the port, which is known once the server listens. */
export function withPort(config: Config, port: number): Config {
  const before = localUrl(config);
  const after = localUrl({ ...config, port });
  const moved = (value: string) => (value === before ? after : value);
  return { ...config, port, publicUrl: moved(config.publicUrl), appUrl: moved(config.appUrl) };
}

/** Reads the environment; throws a `ConfigError` with all that is wrong at once. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const answer = environment.safeParse(set);
  if (!answer.success)
    throw new ConfigError(
      answer.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"),
    );
  const values = answer.data;
  const host = values.HOST ?? "127.0.0.1";
  const portNumber = values.PORT ?? 8787;
  const allowedOrigins = values.HELLOJOHN_ALLOWED_ORIGINS ?? [];
  const publicUrl = values.HELLOJOHN_PUBLIC_URL ?? localUrl({ host, port: portNumber });
  return {
    port: portNumber,
    host,
    databaseUrl: values.DATABASE_URL,
    dataDir: values.HELLOJOHN_DATA_DIR ?? "./.hellojohn/data",
    publicUrl,
    appUrl:
      values.HELLOJOHN_APP_URL ?? allowedOrigins.find((origin) => origin !== "*") ?? publicUrl,
    allowedOrigins,
    trustedProxies: values.HELLOJOHN_TRUSTED_PROXIES ?? [],
    rateLimitScale: values.HELLOJOHN_RATE_LIMIT_SCALE ?? 1,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.HELLOJOHN_MAIL_FROM ?? "HelloJohn <no-reply@localhost>",
    demo: values.HELLOJOHN_DEMO ?? false,
    demoUsers: values.HELLOJOHN_DEMO_USERS ?? 0,
    production: values.NODE_ENV === "production",
    logLevel: values.LOG_LEVEL ?? "info",
  };
}

/** Throws a `ConfigError` when a server in production would be open to strangers or deaf to its people. */
export function assertSafe(config: Config): void {
  const faults = config.production ? unsafe(config) : [];
  if (faults.length > 0) throw new ConfigError(faults.join("\n"));
}
