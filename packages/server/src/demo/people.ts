/** Well-known on purpose: a server in production refuses a database that holds these. */
export const demoKeys = {
  secret: "sk_test_demo_5w4tq2m9x7c1v8n3",
  publishable: "pk_test_demo_8r3k6j1h5g9f2d7s",
} as const;

export const demoTenant = {
  id: "tnt_demo",
  name: "Acme",
  config: { userEditableMetadataKeys: ["theme", "language", "notifications"] },
};

export const demoPassword = "correct-horse-battery";

interface Person {
  email: string;
  firstName: string;
  lastName: string;
  role: string;
}

export const demoPeople: readonly Person[] = [
  { email: "ada@example.com", firstName: "Ada", lastName: "Lovelace", role: "member" },
  { email: "grace@example.com", firstName: "Grace", lastName: "Hopper", role: "admin" },
  { email: "katherine@example.com", firstName: "Katherine", lastName: "Johnson", role: "member" },
];

/** What the second line on stdout tells. */
export interface Demo {
  tenantId: string;
  publishableKey: string;
  secretKey: string;
  users: { email: string; password: string; role: string }[];
}

export const demo: Demo = {
  tenantId: demoTenant.id,
  publishableKey: demoKeys.publishable,
  secretKey: demoKeys.secret,
  users: demoPeople.map(({ email, role }) => ({ email, password: demoPassword, role })),
};
