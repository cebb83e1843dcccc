import { expect } from "vitest";
import { make, refusedField, uniqueTag } from "../cast.js";
import { type Scenario, tokenIn } from "../stage.js";

export const adminInvite: readonly Scenario[] = [
  [
    "someone without a password is invited, and is active once she chose one",
    async (stage) => {
      const { call, mailsTo } = stage;
      const email = `${uniqueTag()}@example.com`;
      const newPassword = "chosen by herself";

      const made = await call("createUser", { body: { email, first_name: "Ada" } });
      const params = { id: String(made.body["id"]) };
      const early = await call("signIn", { body: { email, password: newPassword } });
      const mails = await mailsTo(email);
      const accept = () =>
        call("resetPassword", { body: { token: tokenIn(mails[0]), new_password: newPassword } });
      const accepted = await accept();
      const after = await call("getUser", { params });

      expect(made).toMatchObject({
        status: 201,
        body: { status: "pending", email_verified: false, role: "member", name: "Ada", version: 1 },
      });
      expect(early).toMatchObject({ code: "invalid_credentials" });
      expect(mails).toHaveLength(1);
      expect(mails[0]?.links[0]).toContain("/accept-invitation#token=");
      expect(accepted).toMatchObject({ status: 204 });
      expect(after.body).toMatchObject({ status: "active", email_verified: true });
      expect(await call("signIn", { body: { email, password: newPassword } })).toMatchObject({
        status: 200,
      });
      expect(await accept()).toMatchObject(refusedField("token", "used"));
      expect(await mailsTo(email)).toHaveLength(1);
    },
  ],
  [
    "someone with a password signs in at once, and is greeted only when that is asked for",
    async (stage) => {
      const password = "given by an administrator";
      const quiet = await make(stage, { password });
      const greeted = await make(stage, { password, send_welcome_email: true });

      const signedIn = await stage.call("signIn", { body: { email: quiet.email, password } });

      expect(signedIn).toMatchObject({ status: 200, body: { user: { status: "unverified" } } });
      expect(await stage.mailsTo(quiet.email)).toHaveLength(0);
      expect(await stage.mailsTo(greeted.email)).toHaveLength(1);
    },
  ],
  [
    "whoever is made disabled gets no mail",
    async (stage) => {
      const { email } = await make(stage, { disabled: true });

      expect(await stage.mailsTo(email)).toHaveLength(0);
    },
  ],
];
