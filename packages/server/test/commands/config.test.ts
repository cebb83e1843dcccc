import { expect, test } from "vitest";
import { assertSafe, ConfigError, readConfig } from "../../src/config.js";
import { runCommand } from "./run-command.js";

test("without settings the server listens on this machine alone, on an embedded database", () => {
  expect(readConfig({})).toMatchObject({
    host: "127.0.0.1",
    port: 8787,
    dataDir: "./.hellojohn/data",
    databaseUrl: undefined,
    publicUrl: "http://127.0.0.1:8787",
    appUrl: "http://127.0.0.1:8787",
    allowedOrigins: [],
    demo: false,
    production: false,
  });
});

test("links lead to the first allowed origin unless said otherwise", () => {
  const origins = "http://localhost:5173, https://app.example.com";

  expect(readConfig({ HELLOJOHN_ALLOWED_ORIGINS: origins }).appUrl).toBe("http://localhost:5173");
  expect(
    readConfig({ HELLOJOHN_ALLOWED_ORIGINS: origins, HELLOJOHN_APP_URL: "https://x.example/app/" })
      .appUrl,
  ).toBe("https://x.example/app");
});

test("an empty variable counts as unset", () => {
  expect(readConfig({ PORT: "", DATABASE_URL: "" })).toEqual(readConfig({}));
});

const wrong: [string, string][] = [
  ["PORT", "99999"],
  ["PORT", "eighty"],
  ["DATABASE_URL", "mysql://localhost/x"],
  ["HELLOJOHN_PUBLIC_URL", "api.example.com"],
  ["HELLOJOHN_ALLOWED_ORIGINS", "https://app.example.com/"],
  ["HELLOJOHN_TRUSTED_PROXIES", "10.0.0.0/40"],
  ["HELLOJOHN_RATE_LIMIT_SCALE", "-1"],
  ["HELLOJOHN_DEMO", "yes please"],
  ["SMTP_URL", "https://mail.example.com"],
  ["LOG_LEVEL", "loud"],
];

test.each(wrong)(
  "%s=%s is refused by name, with what to write and without the value",
  (name, value) => {
    const read = () => readConfig({ [name]: value });

    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name}: Write `));
    expect(read).not.toThrow(value);
  },
);

test("everything that is wrong is said at once", () => {
  expect(() => readConfig({ PORT: "x", SMTP_URL: "x" })).toThrow(/PORT: [^]*SMTP_URL: /);
});

const safe = {
  NODE_ENV: "production",
  SMTP_URL: "smtps://mail.example.com",
  HELLOJOHN_ALLOWED_ORIGINS: "https://app.example.com",
  DATABASE_URL: "postgres://hellojohn:8f2hs91kx@db.internal/hellojohn",
};

const unsafe: [string, Record<string, string>, RegExp][] = [
  ["demo mode", { HELLOJOHN_DEMO: "1" }, /HELLOJOHN_DEMO: demo people have known passwords/],
  ["every origin", { HELLOJOHN_ALLOWED_ORIGINS: "*" }, /HELLOJOHN_ALLOWED_ORIGINS: "\*" lets/],
  ["no mail", { SMTP_URL: "" }, /SMTP_URL: without it no mail leaves/],
  [
    "a default password",
    { DATABASE_URL: "postgres://a:postgres@db/x" },
    /DATABASE_URL: its password/,
  ],
];

test.each(unsafe)("production refuses %s and says why", async (_, change, reason) => {
  expect(() => assertSafe(readConfig({ ...safe, ...change }))).toThrow(reason);
  expect(() => assertSafe(readConfig({ ...safe, ...change, NODE_ENV: "" }))).not.toThrow();

  const { code, talk } = await runCommand([], { ...safe, ...change });

  expect([code, talk]).toEqual([2, expect.stringMatching(reason)]);
});

test("a complete production configuration is accepted", () => {
  expect(() => assertSafe(readConfig(safe))).not.toThrow();
});
