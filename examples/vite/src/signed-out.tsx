import { HelloJohnError, SignInForm, useHelloJohn } from "@hellojohn/react";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Card } from "./card.js";
import type { Config } from "./config.js";
import { go, Link, tokenInUrl } from "./route.js";

const reasons: Record<string, string> = {
  session_revoked: "You were signed out from another device.",
  session_expired: "You were away for long, so you were signed out.",
};

/** Sign-in, with the demo's people one click away. */
export function SignIn({
  people,
  reason,
}: {
  people: Config["people"];
  reason?: string | undefined;
}) {
  const form = useRef<HTMLDivElement>(null);
  const fillIn = (values: Record<string, string>) => {
    for (const input of form.current?.querySelectorAll("input") ?? [])
      input.value = values[input.name] ?? input.value;
  };
  return (
    <Card title="Sign in">
      {reason && reasons[reason] && <p role="status">{reasons[reason]}</p>}
      <div ref={form}>
        <SignInForm onSignedIn={() => location.pathname === "/sign-up" && go("/")} />
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

interface SimpleFormProps {
  title: string;
  action: string;
  /** Answers what to say when it worked. */
  run: (values: Record<string, string>) => Promise<string>;
  children: ReactNode;
}

/** A form of one's own, over the client alone. */
function SimpleForm({ title, action, run, children }: SimpleFormProps) {
  const [said, setSaid] = useState("");
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = [...new FormData(event.currentTarget)].map(([name, value]) => [
      name,
      String(value),
    ]);
    try {
      setSaid(await run(Object.fromEntries(entries)));
    } catch (error) {
      setSaid(HelloJohnError.is(error) ? error.message : "Something went wrong.");
    }
  };
  return (
    <Card title={title}>
      <form onSubmit={(event) => void submit(event)}>
        {children}
        <button type="submit">{action}</button>
        <p role="status">{said}</p>
      </form>
      <Link href="/">Back</Link>
    </Card>
  );
}

export function SignUp() {
  const client = useHelloJohn();
  const run = async ({ name = "", email = "", password = "" }) => {
    await client.signUp({ name, email, password });
    go("/profile");
    return "";
  };
  return (
    <SimpleForm title="Create an account" action="Create account" run={run}>
      <Input name="name" label="Name" autoComplete="name" />
      <Input name="email" label="E-mail address" type="email" autoComplete="username" />
      <Input name="password" label="Password" type="password" autoComplete="new-password" />
    </SimpleForm>
  );
}

export function ForgotPassword() {
  const client = useHelloJohn();
  const run = async ({ email = "" }) => {
    await client.forgotPassword({ email });
    return "If there is such an account, a link is on its way to it.";
  };
  return (
    <SimpleForm title="Forgot your password?" action="Send a link" run={run}>
      <Input name="email" label="E-mail address" type="email" autoComplete="username" />
    </SimpleForm>
  );
}

export function ResetPassword() {
  const client = useHelloJohn();
  const run = async ({ password = "" }) => {
    await client.resetPassword({ token: tokenInUrl(), newPassword: password });
    go("/");
    return "";
  };
  return (
    <SimpleForm title="Choose a new password" action="Set password" run={run}>
      <Input name="password" label="New password" type="password" autoComplete="new-password" />
    </SimpleForm>
  );
}

function Input({ label, ...props }: { label: string } & React.ComponentProps<"input">) {
  return (
    <label>
      {label}
      <input required {...props} />
    </label>
  );
}
