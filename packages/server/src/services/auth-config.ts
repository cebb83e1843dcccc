import {
  type AuthConfig,
  type AuthConfigUpdate,
  defaultAuthConfig,
  fromWire,
} from "@hellojohn/contract";

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
    ...defaultAuthConfig,
    ...own,
    passwordPolicy: { ...defaultAuthConfig.passwordPolicy, ...own.passwordPolicy },
    sessionConfig: { ...defaultAuthConfig.sessionConfig, ...own.sessionConfig },
  };
}
