"use client";

import { type ComponentProps, type ReactElement, useState } from "react";
import { useProfileForm } from "./profile-field.js";

/** The picture, as soon as its address is saved, or the initials. */
export function ProfileAvatar(props: ComponentProps<"span">): ReactElement {
  const { avatarUrl, name, email } = useProfileForm("ProfileAvatar").me;
  const [broken, setBroken] = useState<string>();
  const initials = (name ?? email).match(/(?<![\p{L}\p{M}])\p{L}/gu)?.slice(0, 2);

  return (
    <span data-hj="avatar" aria-hidden {...props}>
      {avatarUrl && avatarUrl !== broken ? (
        <img
          src={avatarUrl}
          alt=""
          referrerPolicy="no-referrer"
          onError={() => setBroken(avatarUrl)}
        />
      ) : (
        initials
      )}
    </span>
  );
}
