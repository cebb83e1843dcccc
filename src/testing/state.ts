import type { AuditEvent, AuthConfig, Organization } from "@hellojohn/contract";
import type { Clock } from "./clock.js";
import type { FakeUser } from "./make-user.js";
import type {
  AccessToken,
  ChallengeRecord,
  FactorRecord,
  FailureRecord,
  FakeMail,
  KeyRecord,
  MailedToken,
  MembershipRecord,
  RefreshToken,
  SessionRecord,
} from "./records.js";

/** Everything the fake remembers. */
export interface State {
  readonly clock: Clock;
  readonly appUrl: string;
  readonly apiUrl: string;
  readonly tenantId: string;
  readonly tenantName: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  config: AuthConfig;
  readonly users: Map<string, FakeUser>;
  /** Grows whenever a person comes, changes or goes. */
  revision: number;
  /** Secret keys by what is sent. */
  readonly keys: Map<string, KeyRecord>;
  readonly sessions: Map<string, SessionRecord>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, RefreshToken>;
  readonly mailedTokens: Map<string, MailedToken>;
  readonly lastMailAt: Map<string, number>;
  readonly factors: Map<string, FactorRecord>;
  readonly challenges: Map<string, ChallengeRecord>;
  readonly failures: Map<string, FailureRecord>;
  readonly organizations: Map<string, Organization>;
  readonly memberships: MembershipRecord[];
  /** What happened, oldest first. */
  readonly events: AuditEvent[];
  readonly mailbox: FakeMail[];
  /** A new name that sorts after every earlier one. */
  makeId(prefix: string): string;
}

/** Metadata belongs to whoever made the person; everything else in her is a value. */
const copyOf = (user: FakeUser): FakeUser => ({
  ...user,
  publicMetadata: structuredClone(user.publicMetadata),
  privateMetadata: structuredClone(user.privateMetadata),
});

export function createState(clock: Clock, config: AuthConfig, users: readonly FakeUser[]): State {
  let made = 0;
  const secretKey = "sk_test_fake";
  return {
    clock,
    appUrl: "http://localhost:5173",
    apiUrl: "https://api.hellojohn.dev",
    tenantId: users[0]?.tenantId ?? "tnt_fake",
    tenantName: "Acme",
    publishableKey: "pk_test_fake",
    secretKey,
    config,
    users: new Map(users.map((user) => [user.id, copyOf(user)])),
    revision: 0,
    keys: new Map([[secretKey, { id: "key_fake", scopes: ["*"] }]]),
    sessions: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    mailedTokens: new Map(),
    lastMailAt: new Map(),
    factors: new Map(),
    challenges: new Map(),
    failures: new Map(),
    organizations: new Map(),
    memberships: [],
    events: [],
    mailbox: [],
    makeId(prefix) {
      made += 1;
      return `${prefix}_${String(made).padStart(6, "0")}`;
    },
  };
}
