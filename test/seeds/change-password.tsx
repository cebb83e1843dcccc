import { useUser } from "@hellojohn/react";

/** A password changed through the user, in the wire's spelling. */
export function ChangePassword() {
  const { user } = useUser();

  const change = async () => {
    await user.updatePassword({
      current_password: "OldPassword123!",
      new_password: "NewPassword456!",
    });
  };

  return <button onClick={change}>Change password</button>;
}
