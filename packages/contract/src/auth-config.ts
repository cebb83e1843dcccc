import { defaultPasswordPolicy } from "./password.js";
import type { AuthConfig } from "./shapes.js";

/** The settings of a tenant that has set nothing. */
export const defaultAuthConfig: AuthConfig = {
  userEditableMetadataKeys: [],
  passwordPolicy: defaultPasswordPolicy,
  sessionConfig: {
    accessTokenTtl: 900,
    refreshTokenTtl: 2_592_000,
    reauthenticationMaxAge: 3600,
  },
  allowedEmailDomains: [],
};
