import { useUser } from "@hellojohn/react";
import type { FormEvent } from "react";

/** Name and picture, in the wire's spelling. */
export function EditProfile() {
  const { user, update } = useUser();

  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    await update({
      name: data.get("name") as string,
      avatar_url: data.get("avatar_url") as string,
    });
  };

  return (
    <form key={user.id} onSubmit={handleSubmit}>
      <input name="name" aria-label="Name" defaultValue={user.name} />
      <input name="avatar_url" aria-label="Picture" defaultValue={user.avatar_url ?? ""} />
      <button type="submit">Save</button>
    </form>
  );
}
