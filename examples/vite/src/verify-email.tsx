import { useVerifyEmail } from "@hellojohn/react";
import { Link, tokenInUrl } from "./route.js";
import { Card } from "./card.js";

/** Where the link in the mail leads. A click, not the visit, uses the token up: mail scanners visit too. */
export function VerifyEmail() {
  const { mutate, data: me, error, isPending } = useVerifyEmail();
  if (me)
    return (
      <Card title="Address confirmed">
        <p role="status">{me.email} is yours.</p>
        <Link href="/profile" className="button">
          Back to your profile
        </Link>
      </Card>
    );
  return (
    <Card title="Confirm your e-mail address">
      <p>One click, and the new address counts.</p>
      <button type="button" disabled={isPending} onClick={() => mutate({ token: tokenInUrl() })}>
        Confirm this address
      </button>
      {error && (
        <p role="alert">This link is used or too old. Ask for another one in your profile.</p>
      )}
      <Link href="/profile">Not now</Link>
    </Card>
  );
}
