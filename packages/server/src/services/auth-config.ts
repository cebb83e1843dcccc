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

const known = new Map<string, AuthConfig>();
const mostKnown = 1000;

/** A tenant's settings: what it has stored, as text, over the defaults. The same text is the same object. */
export function authConfigOf(stored: string): AuthConfig {
  const found = known.get(stored);
  if (found) return found;
  const config = withDefaults(fromWire(JSON.parse(stored)) as AuthConfigUpdate);
  if (known.size >= mostKnown) known.clear();
  known.set(stored, config);
  return config;
}

function withDefaults(own: AuthConfigUpdate): AuthConfig {
  return {
    ...defaults,
    ...own,
    passwordPolicy: { ...defaults.passwordPolicy, ...own.passwordPolicy },
    sessionConfig: { ...defaults.sessionConfig, ...own.sessionConfig },
  };
}
