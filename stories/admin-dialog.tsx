import { type UserAction } from "@hellojohn/react";
import { useDialogs, UserDialogs, useUsers } from "@hellojohn/react/admin";
import { type ReactElement, useEffect } from "react";

export interface OpenDialogProps {
  /** Of the user it is about; without it, a new user is made. */
  email?: string | undefined;
  action?: UserAction | "panel";
  masked?: boolean;
  restrictions?: Record<string, string>;
}

function Opener({ email, action = "edit", masked, restrictions }: OpenDialogProps): ReactElement {
  const { open } = useDialogs();
  const query = { limit: 100, include: "restrictions", ...(masked && { masked }) };
  const { data } = useUsers(query);
  const [name = ""] = email?.split("@") ?? [];
  const found = data?.data.find(({ id }) => name && id.includes(name));
  const user = found && { ...found, restrictions: restrictions ?? found.restrictions ?? {} };

  function show() {
    if (!email) open({ kind: "create" });
    else if (user && action === "panel") open({ kind: "panel", userId: user.id, masked: !!masked });
    else if (user && action !== "panel") open({ kind: "action", action, user });
  }

  useEffect(() => {
    document.querySelector<HTMLElement>("[data-opener]")?.focus();
    if (user || !email) show();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- it opens once
  }, [user?.id]);

  return (
    <button type="button" data-opener="" onClick={show}>
      Open
    </button>
  );
}

/** Opens what an administrator's table would open. */
export function OpenDialog(props: OpenDialogProps): ReactElement {
  return (
    <UserDialogs>
      <Opener {...props} />
    </UserDialogs>
  );
}
