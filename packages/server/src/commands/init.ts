import { insertKey, makeKey } from "../store/api-keys.js";
import { insertTenant } from "../store/tenants.js";
import { type Command, readOptions, required } from "./command.js";
import { withStore } from "./store.js";

/** A tenant and its first two keys. */
export const init: Command = {
  summary: "Make a tenant with a secret and a publishable key, shown once",
  usage: "init --tenant NAME [--test] [--json]",
  async run(args, terminal) {
    const options = readOptions(args, {
      tenant: { type: "string" },
      test: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    });
    const name = required(options.tenant, "--tenant NAME");
    const mode = options.test ? "test" : "live";
    const made = await withStore(terminal, (database) =>
      database.transaction(async (sql) => {
        const tenantId = await insertTenant(sql, { name });
        const secret = makeKey(tenantId, "secret", mode);
        const publishable = makeKey(tenantId, "publishable", mode);
        await insertKey(sql, { tenantId, kind: "secret", key: secret, scopes: ["*"] });
        await insertKey(sql, { tenantId, kind: "publishable", key: publishable });
        return { tenant_id: tenantId, secret_key: secret, publishable_key: publishable };
      }),
    );
    if (options.json) terminal.print(JSON.stringify(made));
    else for (const [key, value] of Object.entries(made)) terminal.print(`${key}=${value}`);
    terminal.say("The secret key is not shown again. Keep it on your server, never in a browser.");
    return 0;
  },
};
