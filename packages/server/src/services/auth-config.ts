import {
  type AuthConfig,
  type AuthConfigUpdate,
  defaultPasswordPolicy,
  fromWire,
} from "@hellojohn/contract";

const defaults: AuthConfig = {
  userEditableMetadataKeys: [],
  passwordPolicy: defaultPasswordPolicy,
  sessionConfig: {
    accessTokenTtl: 900,
    refreshTokenTtl: 2_592_000,
    reauthenticationMaxAge: 3600,
  },
  allowedEmailDomains: [],
};

/** A tenant's settings: what it has stored, over the defaults. */
export function authConfigOf(stored: unknown): AuthConfig {
  const own = fromWire(stored) as AuthConfigUpdate;
  return {
    ...defaults,
    ...own,
    passwordPolicy: { ...defaults.passwordPolicy, ...own.passwordPolicy },
    sessionConfig: { ...defaults.sessionConfig, ...own.sessionConfig },
  };
}
