import { HelloJohnError, type Selection } from "@hellojohn/react";
import { BulkBar, useUsers } from "@hellojohn/react/admin";
import { type Fake, grace } from "@hellojohn/react/testing";
import { act, screen, waitFor, within } from "@testing-library/react";
import { type ReactElement, useState } from "react";
import { expect, test, vi } from "vitest";
import { renderFor } from "../components/render.js";
import { allBut, crowd, everyone, eventsOf, only } from "./bulk-stage.js";

/** A list as an app may draw it, with the bar under it. */
function List({ first }: { first: Selection }): ReactElement {
  const [selection, setSelection] = useState(first);
  const query = { role: "member" };
  const { data } = useUsers({ ...query, include: "restrictions" });
  return (
    <section>
      <input aria-label="Search" />
      <ul>
        {data?.data.map(({ id, status }) => (
          <li key={id}>
            {id} {status}
          </li>
        ))}
      </ul>
      {data && (
        <BulkBar
          {...{ selection, query }}
          total={data.pagination.total}
          onClear={() => setSelection(only())}
        />
      )}
    </section>
  );
}

const show = (fake: Fake, selection: Selection) =>
  renderFor(fake, <List first={selection} />, fake.signedInAs(grace));

const button = (name: string | RegExp) => screen.findByRole("button", { name });

test("what is chosen is counted, also when it is all but some", async () => {
  const fake = crowd(12);
  const { show: draw } = show(fake, everyone);
  expect(await screen.findByText("12 selected")).toBeVisible();

  draw(<List key="2" first={allBut("usr_1", "usr_2")} />);

  expect(await screen.findByText("10 selected")).toBeVisible();
});

test("before anything happens it is said who is meant, who is not, and why", async () => {
  const fake = crowd(5, (at) => ({ disabled: at === 4 }));
  const { user } = show(fake, everyone);

  await user.click(await button("Disable"));

  const dialog = await screen.findByRole("dialog", { name: "Disable" });
  expect(await within(dialog).findByText("Disable: 4")).toBeVisible();
  expect(within(dialog).getByText("Left out: 1. This account is disabled already.")).toBeVisible();
  expect(fake.requests.filter(({ endpoint }) => endpoint === "bulkDisable")).toEqual([]);
});

test("what cannot be taken back is confirmed by typing how many, then done once, reported and shown", async () => {
  const fake = crowd(3);
  const { user } = show(fake, everyone);
  await user.click(await button("Delete"));
  const typed = await screen.findByLabelText("Type 3 to confirm");
  await user.type(typed, "4{Enter}");
  expect(typed).toHaveAccessibleDescription("That does not match.");

  await user.clear(typed);
  await user.type(typed, "3");
  await user.type(screen.getByLabelText("Reason"), "Asked for");
  await user.dblClick(screen.getByRole("button", { name: "Delete (3)" }));

  expect(await screen.findByText("Done: 3", { selector: "li" })).toBeVisible();
  expect([...eventsOf(fake, "user.deleted").values()]).toEqual([1, 1, 1]);
  expect(fake.auditEvents.find(({ type }) => type === "user.deleted")?.reason).toBe("Asked for");
  await waitFor(() => expect(screen.queryAllByText(/usr_\d/)).toEqual([]));
  await user.click(screen.getByRole("button", { name: "Clear" }));
  expect(screen.queryByRole("region", { name: "Selected users" })).toBeNull();
  await waitFor(() => expect(screen.getByLabelText("Search")).toHaveFocus());
});

test("those without a clear answer are asked for again, and only those", async () => {
  const fake = crowd(4);
  fake.fail("sendPasswordReset", "reset", { when: ({ params }) => params["id"] === "usr_2" });
  const { user } = show(fake, everyone);
  await user.click(await button("Send password reset"));
  await user.click(await button("Send password reset (4)"));
  const again = await screen.findByRole("button", { name: "Go on (1)" }, { timeout: 10_000 });

  fake.recover();
  await user.click(again);

  expect(await screen.findByText("Done: 4", { selector: "li" })).toBeVisible();
  expect(fake.mailbox).toHaveLength(4);
});

test("an action that is not permitted says so and does not open", async () => {
  const fake = crowd(2);
  const connection = fake.signedInAs(grace);
  const mayOnlyLook: typeof fetch = async (input, init) => {
    const response = await fake.fetch(input, init);
    if (!String(input).endsWith("/permissions")) return response;
    return Response.json({ ...(await response.json()), operations: ["listUsers"] });
  };
  const { user } = renderFor(fake, <List first={only("usr_0")} />, {
    ...connection,
    fetch: mayOnlyLook,
  });
  const disable = await button("Disable");
  await waitFor(() =>
    expect(disable).toHaveAccessibleDescription(/Disable, .*: You have no permission for this\.$/),
  );

  await user.click(disable);

  expect(screen.queryByRole("dialog")).toBeNull();
});

test("a role is given to those who do not have it yet", async () => {
  const fake = crowd(3);
  fake.updateUser("usr_1", { role: "editor" });
  const { user } = show(fake, only("usr_0", "usr_1"));
  await user.click(await button("Change role"));
  await user.type(await screen.findByLabelText("New role"), "editor");
  expect(screen.getByText("Left out: 1. This is the role already.")).toBeVisible();

  await user.click(await button("Change role (1)"));

  expect(await screen.findByText("Done: 1", { selector: "li" })).toBeVisible();
  expect(fake.users.find(({ id }) => id === "usr_0")?.role).toBe("editor");
});

test("when it cannot be found out who is meant, that is said and can be tried again", async () => {
  const fake = crowd(2);
  fake.fail("exportFoundUsers", new HelloJohnError("insufficient_permissions", "No"));
  const { user } = show(fake, everyone);
  await user.click(await button("Enable"));
  const retry = await button("Try again");

  fake.recover();
  await user.click(retry);

  expect(await screen.findByText("Left out: 2. This account is not disabled.")).toBeVisible();
});

test("a run goes on outside of any dialog, asks before the page is left, and stops on request", async () => {
  const fake = crowd(80);
  fake.delay(10);
  const { user } = show(fake, everyone);
  await user.click(await button("Sign out everywhere"));
  await user.click(await button("Sign out everywhere (80)"));

  expect(screen.queryByRole("dialog")).toBeNull();
  const leaving = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
  expect(screen.queryByRole("button", { name: "Disable" })).toBeNull();

  await user.click(await button("Stop"));
  await button("Report");
  expect(await button(/^Go on/)).not.toHaveFocus();
  expect(screen.getByText(/^Not tried: \d+/, { selector: "li" })).toBeVisible();
  const staying = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(staying);
  expect(staying.defaultPrevented).toBe(false);
});

test("whoever signs out leaves no run behind", async () => {
  const fake = crowd(80);
  fake.delay(5);
  const { user, client } = show(fake, everyone);
  await user.click(await button("Sign out everywhere"));
  await user.click(await button("Sign out everywhere (80)"));
  await screen.findByText(/^Done: \d/, { selector: "li" });

  await act(() => client.signOut());

  const leaving = () => new Event("beforeunload", { cancelable: true });
  await waitFor(() => expect(window.dispatchEvent(leaving())).toBe(true));
  const sent = fake.requests.filter(({ endpoint }) => endpoint === "revokeUserSessions");
  expect(sent.length).toBeLessThan(80);
});

test("the report names everyone, and nothing in it runs in a spreadsheet", async () => {
  const fake = crowd(2, (at) => ({ name: at === 0 ? '=cmd|" /C calc"!A1' : "Ada, Countess" }));
  const files: Blob[] = [];
  URL.createObjectURL = vi.fn((file: Blob) => `blob:${files.push(file)}`) as never;
  URL.revokeObjectURL = vi.fn();
  const { user } = show(fake, everyone);
  await user.click(await button("Disable"));
  await user.type(await screen.findByLabelText("Type 2 to confirm"), "2");
  await user.click(await button("Disable (2)"));

  await user.click(await button("Report"));

  const [csv = ""] = await Promise.all(files.map((file) => file.text()));
  expect(csv.split("\r\n")[0]).toBe("id,email,name,action,outcome,code,reason,by,at,as_of,run");
  expect(csv).toContain(`"'=cmd|"" /C calc""!A1"`);
  expect(csv).toContain('"Ada, Countess",disable,done,,,usr_grace,');
});
