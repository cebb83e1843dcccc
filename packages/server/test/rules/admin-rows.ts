import {
  adminEndpoints,
  type Endpoint,
  type EndpointName,
  endpoints,
  serverEndpoints,
  tenantEndpoints,
} from "@hellojohn/contract";

/** Someone, with one of everything a row may be about. */
export interface Subject {
  id: string;
  email: string;
  sessionId: string;
  factorId: string;
}

export type AdminRow =
  | keyof typeof adminEndpoints
  | keyof typeof serverEndpoints
  | keyof typeof tenantEndpoints;

interface Sent {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
}

/** What a row is about, which decides what someone missing is refused with. */
type About = "nobody" | "user" | "session" | "members" | "many";

interface Row {
  about: About;
  send?: (subject: Subject) => Sent;
}

const user = (send: (subject: Subject) => Sent = () => ({})): Row => ({
  about: "user",
  send: (subject) => ({ params: { id: subject.id }, ...send(subject) }),
});
const nobody = (sent: Sent = {}): Row => ({ about: "nobody", send: () => sent });
const session: Row = { about: "session", send: ({ sessionId }) => ({ params: { id: sessionId } }) };

let made = 0;
const newEmail = () => `made${made++}@example.com`;
const password = "a-better-password-of-mine";
export const organizationId = "org_1";

/** A right call of every row about someone. A row of the table that is missing here does not compile. */
export const rows: Record<AdminRow, Row> = {
  getPermissions: nobody(),
  listUsers: nobody(),
  searchUsers: nobody({ body: { query: "a" } }),
  exportUsers: nobody(),
  exportFoundUsers: nobody({ body: { query: "a" } }),
  createUser: { about: "nobody", send: () => ({ body: { email: newEmail() } }) },
  getUser: user(),
  updateUser: user(() => ({ body: { name: "Grace" } })),
  deleteUser: user(),
  disableUser: user(() => ({ body: {} })),
  enableUser: user(() => ({ body: {} })),
  setUserPassword: user(() => ({ body: { password } })),
  sendPasswordReset: user(() => ({ body: {} })),
  revealUser: user(() => ({ body: { fields: ["email"] } })),
  bulkDisable: { about: "many", send: ({ id }) => ({ body: { user_ids: [id] } }) },
  exportUser: user(),
  impersonate: {
    about: "user",
    send: ({ id }) => ({ body: { user_id: id, reason: "Support" } }),
  },
  listUserSessions: user(),
  revokeUserSessions: user(),
  listSessions: { about: "user", send: ({ id }) => ({ query: { user_id: id } }) },
  getSession: session,
  revokeSession: session,
  listUserFactors: user(),
  removeUserFactor: user(({ id, factorId }) => ({ params: { id, factorId } })),
  listAuditEvents: nobody(),
  createAuditEvent: nobody({ body: { type: "app.tried" } }),
  listOrganizations: nobody(),
  createOrganization: nobody({ body: { name: "Navy" } }),
  addMember: {
    about: "members",
    send: ({ id }) => ({ params: { id: organizationId }, body: { user_id: id } }),
  },
  removeMember: {
    about: "members",
    send: ({ id }) => ({ params: { id: organizationId, userId: id } }),
  },
  getAuthConfig: nobody(),
  updateAuthConfig: nobody({ body: { password_policy: { min_length: 8 } } }),
  listTenantUsers: nobody(),
  getTenantUser: user(),
  getTenantUserByEmail: { about: "user", send: ({ email }) => ({ params: { email } }) },
  createTenantUser: { about: "nobody", send: () => ({ body: { email: newEmail() } }) },
  updateTenantUser: user(() => ({ body: { first_name: "Grace" } })),
  deleteTenantUser: user(),
  resetTenantUserPassword: user(() => ({ body: {} })),
};

export const adminRows = Object.keys(rows) as AdminRow[];
export const rowOf = (name: EndpointName): Endpoint => endpoints[name];
