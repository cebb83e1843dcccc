import { findUser, impersonateUser, suspendUser } from "./admin-client.js";
import { changeOwnAccount } from "./browser-client.js";
import * as sdk from "./node-sdk.js";

/** Follows one user from sample to sample, and answers what each of them said. */
async function runAll() {
  const created = await sdk.createUser();
  const { id } = created;
  return {
    created,
    read: await sdk.getUser(id),
    listed: await sdk.listUsers(),
    updated: await sdk.updateUser(id),
    access: await sdk.switchAccess(id),
    metadata: await sdk.useMetadata(id),
    everything: await sdk.updateEverything(id),
    impersonated: await sdk.impersonate(id),
    found: await findUser("ada@example.com"),
    support: await impersonateUser(id, "Support ticket #8842"),
    suspended: await suspendUser(id, "Spam"),
    exported: await sdk.exportUser(id),
    deleted: await sdk.deleteUser(id),
    gone: await findUser(created.email),
    own: await changeOwnAccount("own.account@example.com"),
  };
}

console.log(JSON.stringify(await runAll()));
