import { useUser } from "@hellojohn/react";
import type { FormEvent } from "react";

/** First and last name, in TypeScript's spelling. */
export function ProfileForm() {
  const { user, updateProfile } = useUser();

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { firstName, lastName } = Object.fromEntries(new FormData(event.currentTarget));
    await updateProfile({
      firstName: String(firstName),
      lastName: String(lastName),
    });
  }

  return (
    <form key={user?.id} onSubmit={handleSubmit}>
      <input name="firstName" aria-label="First name" defaultValue={user?.firstName} />
      <input name="lastName" aria-label="Last name" defaultValue={user?.lastName} />
      <button type="submit">Save</button>
    </form>
  );
}
