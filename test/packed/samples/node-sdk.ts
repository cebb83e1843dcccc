import { HelloJohn } from "@hellojohn/node";

const hj = new HelloJohn({
  tenantId: process.env["HELLOJOHN_TENANT_ID"],
  secretKey: process.env["HELLOJOHN_SECRET_KEY"],
});

/** What a user has, in TypeScript's spelling. */
export interface User {
  id: string;
  email: string;
  emailVerified: boolean;
  firstName: string | null;
  lastName: string | null;
  phoneNumber: string | null;
  metadata: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
  lastSignInAt: Date | null;
  disabled: boolean;
}

export async function createUser() {
  return hj.users.create({
    email: "jane@example.com",
    password: "TemporaryPass123!",
    firstName: "Jane",
    lastName: "Doe",
    emailVerified: true,
    metadata: { plan: "pro", source: "import" },
  });
}

export async function getUser(userId: string) {
  const user: User = await hj.users.get(userId);
  const same: User = await hj.users.getByEmail("jane@example.com");
  return { user, same };
}

export async function listUsers() {
  const { users, nextCursor, total } = await hj.users.list({ limit: 50, cursor: undefined });
  const { users: activeUsers } = await hj.users.list({ status: "active", search: "@example.com" });
  return { users, nextCursor, total, activeUsers };
}

export async function updateUser(userId: string) {
  await hj.users.update(userId, {
    firstName: "Jane",
    lastName: "Smith",
    metadata: { plan: "enterprise" },
  });
  return hj.users.get(userId);
}

/** Every field that an update may name. */
export async function updateEverything(userId: string) {
  return hj.users.update(userId, {
    firstName: "Jane",
    lastName: "Smith",
    email: "jane.smith@example.com",
    phoneNumber: "+14155552671",
    avatarUrl: "https://example.com/jane.png",
    metadata: { source: null },
    disabled: false,
  });
}

export async function switchAccess(userId: string) {
  await hj.users.disable(userId);
  const { disabled } = await hj.users.get(userId);
  await hj.users.enable(userId);
  return { disabled, after: await hj.users.get(userId) };
}

export async function impersonate(userId: string) {
  const { accessToken } = await hj.users.impersonate(userId, {
    reason: "Support ticket #4521",
    expiresIn: "1h",
  });
  return accessToken;
}

export async function useMetadata(userId: string) {
  await hj.users.update(userId, {
    metadata: {
      plan: "pro",
      trialEndsAt: "2024-12-31",
      featureFlags: { newDashboard: true },
    },
  });
  const user = await hj.users.get(userId);
  const plan = user.metadata["plan"] as string;
  return { plan, metadata: user.metadata };
}

export async function exportUser(userId: string) {
  const exportData = await hj.users.export(userId);
  return exportData;
}

export async function deleteUser(userId: string) {
  await hj.users.delete(userId);
}
