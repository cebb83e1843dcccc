import { insertKey, type KeyScope, makeKey } from "../store/api-keys.js";
import { type Command, readOptions, required, UsageError } from "./command.js";
import { assertTenant, withStore } from "./store.js";

const scopes: Record<KeyScope, true> = {
  "users:read": true,
  "users:write": true,
  "users:impersonate": true,
  "sessions:read": true,
  "sessions:write": true,
  "audit:read": true,
  "audit:write": true,
  "config:read": true,
  "config:write": true,
  "*": true,
};

const isScope = (text: string): text is KeyScope => Object.hasOwn(scopes, text);

function readScopes(text: string): KeyScope[] {
  return text.split(",").map((part) => {
    const scope = part.trim();
    if (isScope(scope)) return scope;
    throw new UsageError(`There is no scope "${scope}". Scopes: ${Object.keys(scopes).join(", ")}`);
  });
}

/** One more secret key for a tenant. */
export const keysCreate: Command = {
  summary: "Make a secret key with some scopes, shown once",
  usage: "keys create --tenant ID --scopes users:read,users:write [--test] [--json]",
  async run(args, terminal) {
    const options = readOptions(args, {
      tenant: { type: "string" },
      scopes: { type: "string" },
      test: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    });
    const tenantId = required(options.tenant, "--tenant ID");
    const granted = readScopes(required(options.scopes, "--scopes a,b"));
    const key = makeKey(tenantId, "secret", options.test ? "test" : "live");
    await withStore(terminal, async (database) => {
      await assertTenant(database, tenantId);
      await insertKey(database.sql, { tenantId, kind: "secret", key, scopes: granted });
    });
    const made = { tenant_id: tenantId, secret_key: key, scopes: granted };
    terminal.print(options.json ? JSON.stringify(made) : key);
    terminal.say("The key is not shown again.");
    return 0;
  },
};
