import { useHelloJohn } from "@hellojohn/react";
import { go, tokenInUrl } from "./route.js";
import { Input, SimpleForm } from "./simple-form.js";

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
