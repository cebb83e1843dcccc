import { account } from "./scenarios/account.js";
import { admin } from "./scenarios/admin.js";
import { adminList } from "./scenarios/admin-list.js";
import { adminFilters } from "./scenarios/admin-filters.js";
import { adminSearch } from "./scenarios/admin-search.js";
import { adminCreate } from "./scenarios/admin-create.js";
import { adminAccess } from "./scenarios/admin-access.js";
import { adminPasswords } from "./scenarios/admin-passwords.js";
import { adminBulk } from "./scenarios/admin-bulk.js";
import { adminReveal } from "./scenarios/admin-reveal.js";
import { adminPermissions } from "./scenarios/admin-permissions.js";
import { bearers } from "./scenarios/bearers.js";
import { email } from "./scenarios/email.js";
import { impersonation } from "./scenarios/impersonation.js";
import { metadata } from "./scenarios/metadata.js";
import { passwords } from "./scenarios/passwords.js";
import { profile } from "./scenarios/profile.js";
import { requests } from "./scenarios/requests.js";
import { sessions } from "./scenarios/sessions.js";
import { signIn } from "./scenarios/sign-in.js";
import { totp } from "./scenarios/totp.js";
import type { Scenario } from "./stage.js";

/** What the API promises, call by call. */
export const scenarios: readonly Scenario[] = [
  ...profile,
  ...metadata,
  ...email,
  ...passwords,
  ...sessions,
  ...signIn,
  ...totp,
  ...account,
  ...bearers,
  ...requests,
  ...impersonation,
  ...admin,
  ...adminList,
  ...adminFilters,
  ...adminSearch,
  ...adminCreate,
  ...adminAccess,
  ...adminPasswords,
  ...adminBulk,
  ...adminReveal,
  ...adminPermissions,
];
