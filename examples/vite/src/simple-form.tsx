import { HelloJohnError } from "@hellojohn/react";
import { type ComponentProps, type FormEvent, type ReactNode, useState } from "react";
import { Card } from "./card.js";
import { Link } from "./route.js";

interface Props {
  title: string;
  action: string;
  /** Answers what to say when it worked. */
  run: (values: Record<string, string>) => Promise<string>;
  children: ReactNode;
}

/** A form of one's own over the client, where no component of the package fits. */
export function SimpleForm({ title, action, run, children }: Props) {
  const [said, setSaid] = useState("");
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = [...new FormData(event.currentTarget)].map(([name, value]) => [
      name,
      `${value}`,
    ]);
    try {
      setSaid(await run(Object.fromEntries(values)));
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
      <p className="links">
        <Link href="/">Back to sign-in</Link>
      </p>
    </Card>
  );
}

export function Input({ label, ...props }: { label: string } & ComponentProps<"input">) {
  return (
    <label>
      {label}
      <input required {...props} />
    </label>
  );
}
