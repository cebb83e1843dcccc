"use client";

import { avatarUrl } from "@hellojohn/contract";
import { type ComponentProps, type ReactElement, useEffect, useState } from "react";
import { useProfileForm } from "./profile-field.js";

/** The picture as it will be once saved, or the initials. */
export function ProfileAvatar(props: ComponentProps<"span">): ReactElement {
  const { me, form } = useProfileForm("ProfileAvatar");
  const typed = form.draft("avatarUrl")?.mine ?? me.avatarUrl;
  const [url, setUrl] = useState(typed);
  const initials = (me.name ?? me.email).match(/(?<![\p{L}\p{M}])\p{L}/gu)?.slice(0, 2);

  // An address half typed is somebody else's address: wait until the typing rests.
  useEffect(() => {
    const timer = setTimeout(() => setUrl(typed), 500);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <span data-hj="avatar" aria-hidden {...props}>
      {url && "value" in avatarUrl(url) ? (
        <img src={url} alt="" referrerPolicy="no-referrer" onError={() => setUrl(null)} />
      ) : (
        initials
      )}
    </span>
  );
}
