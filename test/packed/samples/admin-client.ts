import HelloJohn from "@hellojohn/node";

const hj = new HelloJohn({ secretKey: process.env["HELLOJOHN_SECRET_KEY"] });

/** Search for a user by address. */
export async function findUser(email: string) {
  const { data } = await hj.users.list({ email });
  return data[0] ?? null;
}

/** Disable, end every session, and write down why. */
export async function suspendUser(userId: string, reason: string) {
  await hj.users.update(userId, { disabled: true });
  await hj.sessions.revokeAll(userId);

  return hj.auditLogs.create({
    action: "user.suspended",
    actor: "admin",
    resource_id: userId,
    metadata: { reason },
  });
}

/** A token to see what the user sees. */
export async function impersonateUser(userId: string, reason: string) {
  const { access_token } = await hj.admin.impersonate({
    user_id: userId,
    reason,
    expires_in: "1h",
  });
  return access_token;
}
