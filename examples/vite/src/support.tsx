import { AdminUserTable } from "@hellojohn/react";
import { useEffect, useState } from "react";

/** Asks Acme's own server who is there, or changes it. */
async function staff(method: "GET" | "POST" | "DELETE"): Promise<boolean> {
  const response = await fetch("/api/staff", { method });
  const answer: { staff: boolean } = await response.json();
  return answer.staff;
}

/** For Acme's support, who have no account with HelloJohn: the table goes through Acme's own server, which holds the key. */
export function Support() {
  const [isStaff, setStaff] = useState<boolean>();
  useEffect(() => void staff("GET").then(setStaff), []);
  if (isStaff === undefined) return null;
  return (
    <div className="columns" data-page="support">
      <main>
        <h1>Support</h1>
        <p className="lead">
          Users through Acme&apos;s own server: it knows its support by a cookie and adds the secret
          key. Personal data is hidden until it is asked for.
        </p>
        <p>
          <button
            type="button"
            onClick={() => void staff(isStaff ? "DELETE" : "POST").then(setStaff)}
          >
            {isStaff ? "Leave" : "Come in as support"}
          </button>
        </p>
        <section className="wide" key={String(isStaff)}>
          <AdminUserTable adminUrl="/api/hellojohn" masked />
        </section>
      </main>
    </div>
  );
}
