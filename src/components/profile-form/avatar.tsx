"use client";

import { avatarUrl } from "@hellojohn/contract";
import { type ComponentProps, type ReactElement, useEffect, useState } from "react";
import { useProfileForm } from "./context.js";

const initialsOf = (name: string) =>
  name
    .split(/[\s@.]+/, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join("");

/** The picture as it will be once saved, or the initials. */
export function ProfileAvatar(props: ComponentProps<"span">): ReactElement {
  const { me, form } = useProfileForm("ProfileAvatar");
  const typed = form.draft("avatarUrl")?.mine ?? me.avatarUrl;
  const [address, setAddress] = useState(typed);
  const [broken, setBroken] = useState<string>();
  const answer = avatarUrl(address);
  const url = "refused" in answer ? undefined : answer.value;

  // An address half typed is somebody else's address: wait until the typing rests.
  useEffect(() => {
    const timer = setTimeout(() => setAddress(typed), 500);
    return () => clearTimeout(timer);
  }, [typed]);

  return (
    <span data-hj="avatar" aria-hidden {...props}>
      {url && url !== broken ? (
        <img src={url} alt="" referrerPolicy="no-referrer" onError={() => setBroken(url)} />
      ) : (
        initialsOf(me.name ?? me.email)
      )}
    </span>
  );
}
