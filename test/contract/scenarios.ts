import { account } from "./scenarios/account.js";
import { admin } from "./scenarios/admin.js";
import { adminAccess } from "./scenarios/admin-access.js";
import { adminAudit } from "./scenarios/admin-audit.js";
import { adminBulk } from "./scenarios/admin-bulk.js";
import { adminCreate } from "./scenarios/admin-create.js";
import { adminExport } from "./scenarios/admin-export.js";
import { adminFactors } from "./scenarios/admin-factors.js";
import { adminFilters } from "./scenarios/admin-filters.js";
import { adminInvite } from "./scenarios/admin-invite.js";
import { adminList } from "./scenarios/admin-list.js";
import { adminOrganizations } from "./scenarios/admin-organizations.js";
import { adminOwnEvents } from "./scenarios/admin-own-events.js";
import { adminPasswords } from "./scenarios/admin-passwords.js";
import { adminPermissions } from "./scenarios/admin-permissions.js";
import { adminReveal } from "./scenarios/admin-reveal.js";
import { adminSearch } from "./scenarios/admin-search.js";
import { adminSessions } from "./scenarios/admin-sessions.js";
import { adminV2 } from "./scenarios/admin-v2.js";
import { adminV2Reset } from "./scenarios/admin-v2-reset.js";
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
  ...adminInvite,
  ...adminAccess,
  ...adminPasswords,
  ...adminBulk,
  ...adminReveal,
  ...adminPermissions,
  ...adminSessions,
  ...adminFactors,
  ...adminAudit,
  ...adminOwnEvents,
  ...adminOrganizations,
  ...adminExport,
  ...adminV2,
  ...adminV2Reset,
];
