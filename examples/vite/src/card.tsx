import type { ReactNode } from "react";

/** A single thing to do, in the middle of the page. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="single">
      <p className="brand">
        <img src="/icon.svg" alt="" width="36" height="36" /> Acme
      </p>
      <section className="card">
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  );
}
