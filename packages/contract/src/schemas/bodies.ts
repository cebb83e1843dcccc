import * as z from "zod/mini";
import { rules } from "../rules.js";
import { address, bag, checked, code, nullable, secret, token, updateBody } from "./inputs.js";

export const updateMeBody = z.extend(updateBody("self", ["publicMetadata"]), {
  current_password: z.optional(secret),
});
export const updateMyMetadataBody = z.strictObject({ public_metadata: bag });
export const credentialsBody = z.strictObject({ email: address, password: secret });
export const signUpBody = z.strictObject({
  email: address,
  password: secret,
  name: z.optional(checked(nullable, rules.name.check)),
  first_name: z.optional(checked(nullable, rules.firstName.check)),
  last_name: z.optional(checked(nullable, rules.lastName.check)),
});
export const changePasswordBody = z.strictObject({
  current_password: secret,
  new_password: secret,
  revoke_other_sessions: z.optional(z.boolean()),
});
export const resetPasswordBody = z.strictObject({ token, new_password: secret });
export const deleteMeBody = z.strictObject({ current_password: secret });
export const tokenBody = z.strictObject({ token });
export const refreshBody = z.strictObject({ refresh_token: token });
export const emailBody = z.strictObject({ email: address });
export const emptyBody = z.strictObject({});
export const confirmTotpBody = z.strictObject({ factor_id: token, code });
export const verifyTotpBody = z.strictObject({ challenge_id: token, code });
