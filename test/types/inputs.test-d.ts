import {
  createClient,
  HelloJohnError,
  meOptions,
  type Me,
  updateProfileOptions,
  useUpdateProfile,
  useUser,
} from "@hellojohn/react";
import { QueryClient, useQuery, useSuspenseQuery } from "@tanstack/react-query";

// What `npm run typecheck` proves: each line compiles, and each expected error is one.
const client = createClient();

/** What a person may say of herself, in either spelling. */
export const inputs = () => [
  client.user.updateProfile({ firstName: "Ada", lastName: null, avatar_url: null }),
  client.user.updateProfile({ phone: "+442071234567", email: "a@b.co", currentPassword: "x" }),
  client.user.updatePassword({ currentPassword: "old", newPassword: "new" }),
  client.user.updatePassword({ current_password: "old", new_password: "new" }),
  client.user.updateMetadata({ theme: "dark", nested: { off: null } }),
  // @ts-expect-error: a role is not a person's own to give
  client.user.updateProfile({ role: "admin" }),
  // @ts-expect-error: nor is proof of an address
  client.user.updateProfile({ emailVerified: true }),
  // @ts-expect-error: nor is it in the wire's spelling
  client.user.updateProfile({ email_verified: true }),
  // @ts-expect-error: private metadata never leaves the server
  client.user.updateProfile({ privateMetadata: {} }),
  // @ts-expect-error: metadata has a call of its own
  client.user.updateProfile({ publicMetadata: {} }),
  // @ts-expect-error: there is no such field
  client.user.updateProfile({ nickname: "Ada" }),
  // @ts-expect-error: the new password is missing
  client.user.updatePassword({ currentPassword: "old" }),
];

/** The hooks take the same inputs. */
export function useInputs() {
  const { update, updateProfile, updatePassword } = useUser();
  const { mutate } = useUpdateProfile();
  // @ts-expect-error: a role is not a person's own to give
  void update({ role: "admin" });
  // @ts-expect-error: a role is not a person's own to give
  void updateProfile({ role: "admin" });
  // @ts-expect-error: a role is not a person's own to give
  mutate({ role: "admin" });
  mutate({ first_name: "Ada", version: 3 });
  void updatePassword({ current_password: "old", new_password: "new" });
}

/** Reads as the documents write them, and types that are what they say. */
export function useReads() {
  const { user } = useUser();
  const name: string | undefined = user.name ?? user?.firstName;
  const picture: string | null = user.avatar_url ?? user.avatarUrl;
  const since: Date = user.created_at;
  // @ts-expect-error: private metadata is not there to be read
  const secret: unknown = user.privateMetadata;
  const { data } = useQuery(meOptions(client));
  const me: Me | undefined = data;
  const sure: Me = useSuspenseQuery(meOptions(client)).data;
  const cached: Me | undefined = new QueryClient().getQueryData(meOptions(client).queryKey);
  return [name, picture, since, secret, me, sure, cached, updateProfileOptions(client)];
}

/** A session tells its person only when there is one. */
export function narrow() {
  const session = client.session.get();
  // @ts-expect-error: nobody may be signed in
  const unsure = session.userId;
  return session.status === "signed-in" ? session.userId : unsure;
}

/** Known codes complete themselves, and unknown ones are allowed for. */
export function told(error: unknown) {
  if (!HelloJohnError.is(error)) return "unknown";
  switch (error.code) {
    case "version_conflict":
    case "network_error":
    case "a_code_younger_than_this_client":
      return error.message;
    default:
      return error.fields["firstName"]?.[0]?.code;
  }
}
