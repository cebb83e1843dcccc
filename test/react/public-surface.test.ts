import * as everything from "@hellojohn/react";
import * as admin from "@hellojohn/react/admin";
import * as client from "@hellojohn/react/client";
import * as testing from "@hellojohn/react/testing";
import { expect, test } from "vitest";

const namesOf = (entry: object) => Object.keys(entry).toSorted();

test("what @hellojohn/react gives", () => {
  expect(namesOf(everything)).toMatchInlineSnapshot(`
    [
      "AdminUserTable",
      "HelloJohnError",
      "HelloJohnProvider",
      "ImpersonationBanner",
      "ImpersonationProvider",
      "PasswordForm",
      "PendingEmail",
      "PreferencesForm",
      "ProfileActions",
      "ProfileAvatar",
      "ProfileField",
      "ProfileForm",
      "SessionList",
      "SignInForm",
      "atVersion",
      "browserTableState",
      "cancelEmailOptions",
      "createClient",
      "keys",
      "meOptions",
      "resendEmailOptions",
      "revokeOtherSessionsOptions",
      "revokeSessionOptions",
      "sessionsOptions",
      "signInOptions",
      "signOutOptions",
      "updateMetadataOptions",
      "updatePasswordOptions",
      "updateProfileOptions",
      "useCancelEmail",
      "useHelloJohn",
      "useImpersonation",
      "useLocale",
      "useMessages",
      "useResendEmail",
      "useRevokeOtherSessions",
      "useRevokeSession",
      "useSession",
      "useSessions",
      "useSignIn",
      "useSignOut",
      "useUpdateMetadata",
      "useUpdatePassword",
      "useUpdateProfile",
      "useUser",
      "useVerifyEmail",
      "useVerifyTotp",
      "verifyEmailOptions",
      "verifyTotpOptions",
      "webStorage",
    ]
  `);
});

test("what @hellojohn/react/client gives", () => {
  expect(namesOf(client)).toMatchInlineSnapshot(`
    [
      "HelloJohnError",
      "createClient",
      "webStorage",
    ]
  `);
});

test("what @hellojohn/react/testing gives", () => {
  expect(namesOf(testing)).toMatchInlineSnapshot(`
    [
      "ada",
      "createFake",
      "fakePassword",
      "fakeTotpCode",
      "grace",
      "katherine",
      "makeUser",
      "makeUsers",
    ]
  `);
});

test("what @hellojohn/react/admin gives", () => {
  expect(namesOf(admin)).toMatchInlineSnapshot(`
    [
      "AdminProvider",
      "AdminUserTable",
      "BulkBar",
      "ImpersonationBanner",
      "ImpersonationProvider",
      "UserDialogs",
      "UserPager",
      "UserRows",
      "UserSearch",
      "UserTable",
      "UserTableContext",
      "UserToolbar",
      "adminKeys",
      "adminUserOptions",
      "auditEventsOptions",
      "browserTableState",
      "bulkReportOf",
      "createAdminClient",
      "createBulkRun",
      "exportUsers",
      "linkState",
      "organizationsOptions",
      "permissionsOptions",
      "planBulkRun",
      "refusalOf",
      "resolveBulkTargets",
      "useAdmin",
      "useAdminUser",
      "useAuditEvents",
      "useBulkAction",
      "useDialogs",
      "useImpersonation",
      "useOrganizations",
      "usePermissions",
      "useRefusals",
      "useTableAround",
      "useUserAction",
      "useUserFactors",
      "useUserPages",
      "useUserSessions",
      "useUserTable",
      "useUsers",
      "userActionOptions",
      "userActions",
      "userFactorsOptions",
      "userListOptions",
      "userPagesOptions",
      "userSessionsOptions",
    ]
  `);
});
