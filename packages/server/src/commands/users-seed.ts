import { randomBytes } from "node:crypto";
import { seedUsers } from "../demo/seed-users.js";
import { hashPassword } from "../services/password-hash.js";
import { type Command, readOptions, required, UsageError } from "./command.js";
import { assertTenant, withStore } from "./store.js";

const limit = 10_000_000;

/** People who do not exist, to try a tenant of size. */
export const usersSeed: Command = {
  summary: "Add made-up users, the same ones each time",
  usage: "users seed --tenant ID --count N [--password TEXT]",
  async run(args, terminal) {
    const options = readOptions(args, {
      tenant: { type: "string" },
      count: { type: "string" },
      password: { type: "string" },
    });
    const tenantId = required(options.tenant, "--tenant ID");
    const count = Number(required(options.count, "--count N"));
    if (!Number.isInteger(count) || count < 1 || count > limit)
      throw new UsageError(`--count is a whole number from 1 to ${limit}`);
    // Without a password of the caller's nobody can sign in as one of them.
    const password = options.password ?? randomBytes(24).toString("base64url");
    const passwordHash = await hashPassword(password);
    const added = await withStore(terminal, async (database) => {
      await assertTenant(database, tenantId);
      return seedUsers(database, { tenantId, count, passwordHash });
    });
    terminal.print(JSON.stringify({ tenant_id: tenantId, added, count }));
    return 0;
  },
};
