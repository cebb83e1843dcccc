import { expect } from "vitest";
import { refusedField } from "../cast.js";
import type { Scenario } from "../stage.js";

export const adminV2Reset: readonly Scenario[] = [
  [
    "a reset mails a link, sets a password for the time being, or both",
    async ({ person, call, mailsTo }) => {
      const { id, email, token } = await person();
      const reset = (body: object) => call("resetTenantUserPassword", { params: { id }, body });
      const temporary_password = "for the time being";

      const mailed = await reset({});
      const [mail] = await mailsTo(email);
      const set = await reset({ send_email: false, temporary_password });

      expect(mailed.body).toEqual({ email_sent: true, sessions_revoked: 0 });
      expect(mail?.links[0]).toContain("/reset-password#token=");
      expect(set.body).toEqual({ email_sent: false, sessions_revoked: 1 });
      expect(await call("getMe", { token })).toMatchObject({ code: "session_revoked" });
      expect(await call("signIn", { body: { email, password: temporary_password } })).toMatchObject(
        { status: 200 },
      );
      expect(await reset({ temporary_password: "short" })).toMatchObject(
        refusedField("temporary_password", "too_short"),
      );
      expect(await reset({ send_email: false })).toMatchObject(
        refusedField("send_email", "required"),
      );
      expect(await reset({ temporary_password: null })).toMatchObject({ status: 200 });
    },
  ],
];
