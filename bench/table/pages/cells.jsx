// The same users and the same eight cells for every table.
export const rowHeight = 52;
export const height = 640;

const word = ["Ada", "Grace", "Katherine", "Hedy", "Annie", "Mary", "Radia", "Barbara"];
const day = 86_400_000;

export const makeUsers = (count) =>
  Array.from({ length: count }, (_, at) => {
    const name = `${word[at % word.length]} ${word[(at * 7) % word.length]} ${at}`;
    return {
      id: `usr_${at}`,
      tenantId: "tnt",
      email: `person${at}@example.com`,
      emailVerified: at % 3 > 0,
      pendingEmail: null,
      name,
      firstName: null,
      lastName: null,
      avatarUrl: null,
      phoneNumber: null,
      phoneVerified: false,
      role: at % 50 ? "member" : "admin",
      status: at % 9 ? "active" : "disabled",
      disabled: at % 9 === 0,
      mfaEnrolled: at % 4 === 0,
      publicMetadata: {},
      privateMetadata: {},
      metadata: {},
      createdAt: new Date(1_700_000_000_000 + at * 1000),
      updatedAt: new Date(1_700_000_000_000),
      lastSignInAt: at % 5 ? new Date(1_760_000_000_000 - (at % 400) * day) : null,
      version: 1,
    };
  });

/** Ids of the rows drawn since it was emptied. */
export const drawn = new Set();

const date = new Intl.DateTimeFormat("en", { dateStyle: "medium" });
const moment = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

function Person({ user }) {
  drawn.add(user.id);
  return (
    <>
      <span data-hj="user-face" data-initials="AL" />
      <button data-hj="user-name" type="button">
        {user.name}
      </button>
      <span data-hj="user-email">{user.email}</span>
    </>
  );
}

export const columns = [
  { id: "user", header: "User", cell: (user) => <Person user={user} /> },
  {
    id: "status",
    header: "Status",
    width: 124,
    cell: ({ status }) => (
      <span data-hj="user-status" data-status={status}>
        {status}
      </span>
    ),
  },
  { id: "role", header: "Role", width: 124, cell: ({ role }) => role },
  { id: "mfa", header: "MFA", width: 72, cell: (user) => (user.mfaEnrolled ? "Yes" : "No") },
  {
    id: "verified",
    header: "Verified",
    width: 96,
    cell: (user) => (user.emailVerified ? "Yes" : "No"),
  },
  {
    id: "lastSignIn",
    header: "Last sign-in",
    width: 200,
    cell: ({ lastSignInAt }) => (lastSignInAt ? moment.format(lastSignInAt) : "Never"),
  },
  {
    id: "created",
    header: "Created",
    width: 124,
    cell: ({ createdAt }) => date.format(createdAt),
  },
  {
    id: "actions",
    header: "Actions",
    width: 88,
    cell: ({ name }) => (
      <button data-hj="row-menu-button" type="button" aria-label={`Actions for ${name}`} />
    ),
  },
];
