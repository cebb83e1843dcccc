import { SignInForm } from "@hellojohn/react";
import { useRef } from "react";
import { Card } from "./card.js";
import type { Config } from "./config.js";
import { Link } from "./route.js";

const reasons: Record<string, string> = {
  session_revoked: "You were signed out from another device.",
  session_expired: "You were away for long, so you were signed out.",
};

interface Props {
  people: Config["people"];
  /** Why the last session ended. */
  reason?: string | undefined;
}

/** Sign-in, with the demo's people one click away. */
export function SignIn({ people, reason = "" }: Props) {
  const form = useRef<HTMLDivElement>(null);
  const fillIn = (values: Record<string, string>) => {
    for (const input of form.current?.querySelectorAll("input") ?? [])
      input.value = values[input.name] ?? input.value;
  };
  return (
    <Card title="Sign in">
      {reasons[reason] && <p role="status">{reasons[reason]}</p>}
      <div ref={form}>
        <SignInForm />
      </div>
      <p className="links">
        <Link href="/sign-up">Create an account</Link>
        <Link href="/forgot-password">Forgot your password?</Link>
      </p>
      <h2>Try it as</h2>
      <ul className="people">
        {people.map(({ email, password, role }) => (
          <li key={email}>
            <button type="button" onClick={() => fillIn({ email, password })}>
              <span>{email}</span> <small>{role}</small>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
