import { createClient } from "@hellojohn/react/client";

const apiUrl = process.env["HELLOJOHN_API_URL"] ?? "";
const publishableKey = process.env["HELLOJOHN_PUBLISHABLE_KEY"] ?? "";

/** A person changes her own profile, password and metadata. */
export async function changeOwnAccount(email: string) {
  const hj = createClient({ apiUrl, publishableKey });
  await hj.signUp({ email, password: "old-password" });

  await hj.user.updateProfile({
    firstName: "Alice",
    lastName: "Chen",
  });
  await hj.user.updatePassword({
    currentPassword: "old-password",
    newPassword: "new-password-123",
  });
  await hj.user.updateMetadata({ theme: "dark" });

  return hj.user.get();
}
