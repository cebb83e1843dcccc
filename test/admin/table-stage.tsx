import { AdminUserTable, type AdminUserTableProps } from "@hellojohn/react";
import { createFake, type Fake, grace, makeUsers } from "@hellojohn/react/testing";
import { configure, screen } from "@testing-library/react";
import { renderFor } from "../components/render.js";

// The first of a lazy part to be drawn waits for the file it is in.
configure({ asyncUtilTimeout: 10_000 });

/** A tenant of Grace, who is an administrator, and this many others. */
export const tenantOf = (count: number): Fake =>
  createFake({ users: [grace, ...makeUsers(count)] });

/** Draws the table before Grace. */
export function showTable(fake: Fake, props: AdminUserTableProps = {}) {
  return renderFor(fake, <AdminUserTable {...props} />, fake.signedInAs(grace));
}

/** Draws the table before someone of the app's own, behind a gateway with this key. */
export function showBehindGateway(
  fake: Fake,
  { secretKey = fake.secretKey, ...props }: AdminUserTableProps & { secretKey?: string },
) {
  const { fetch, apiUrl, publishableKey } = fake;
  const gateway: typeof globalThis.fetch = (input, init) =>
    fetch(String(input).replace("/gateway", apiUrl), {
      ...init,
      headers: { ...(init?.headers as object), Authorization: `Bearer ${secretKey}` },
    });
  const table = <AdminUserTable adminUrl="/gateway" fetch={gateway} {...props} />;
  return renderFor(fake, table, { apiUrl, publishableKey, fetch });
}

export const search = () => screen.findByRole("searchbox");

/** The names in the table, in their order. */
export const namesShown = (): (string | null)[] =>
  screen
    .queryAllByRole("rowheader")
    .map((cell) => cell.querySelector("button")?.textContent ?? null);

/** Queries of the list that were sent, the oldest first. */
export const queriesOf = (fake: Fake): object[] =>
  fake.requests
    .filter(({ endpoint }) => endpoint === "listUsers" || endpoint === "searchUsers")
    .map(({ endpoint, query, body }) => (endpoint === "listUsers" ? query : (body as object)));
