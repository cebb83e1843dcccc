import { adminEndpoints, type Endpoint, serverEndpoints } from "@hellojohn/contract";

const rows = { ...adminEndpoints, ...serverEndpoints };

/** An endpoint of administrators, whether the gateway has it or not. */
export type AdminOperation = keyof typeof rows;

export const isAdminOperation = (name: unknown): name is AdminOperation =>
  typeof name === "string" && Object.hasOwn(rows, name);

const found = [
  ...["email", "status", "role", "disabled", "mfa_enrolled", "email_verified", "org"],
  ...["organization_id", "created_after", "created_before", "q", "search", "sort", "order_by"],
  ...["order", "direction", "masked"],
];

/** What the users table needs, each with the query names it knows. Settings, keys, and writing to the log are not among it. */
const queries = {
  getPermissions: [],
  listUsers: [...found, "limit", "cursor", "include"],
  searchUsers: [],
  exportUsers: [...found, "format", "fields"],
  exportFoundUsers: [],
  createUser: [],
  getUser: ["include", "masked"],
  updateUser: [],
  deleteUser: [],
  disableUser: [],
  enableUser: [],
  setUserPassword: [],
  sendPasswordReset: [],
  revealUser: [],
  bulkDisable: [],
  exportUser: [],
  impersonate: [],
  listUserSessions: [],
  revokeUserSessions: [],
  revokeSession: [],
  listUserFactors: [],
  removeUserFactor: [],
  listAuditEvents: ["actor_id", "resource_id", "type", "source", "from", "to", "limit", "cursor"],
  listOrganizations: ["q", "limit", "cursor"],
} as const satisfies { [Name in AdminOperation]?: readonly string[] };

/** An endpoint that the gateway lets through, to whom `authorize` permits it. */
export type GatewayOperation = keyof typeof queries;

/** Every operation of the gateway, by its name in the endpoint table. */
export const gatewayOperations = Object.keys(queries) as GatewayOperation[];

export const isOperation = (name: unknown): name is GatewayOperation =>
  typeof name === "string" && Object.hasOwn(queries, name);

export const rowOf = (name: GatewayOperation): Endpoint => rows[name];

export const queryNamesOf = (name: GatewayOperation): readonly string[] => queries[name];
