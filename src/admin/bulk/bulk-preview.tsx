"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useId, useState } from "react";
import { Failed, flag, Status } from "../../components/feedback.js";
import { Field } from "../../components/field.js";
import { format } from "../../components/format.js";
import { useLocale } from "../../react/index.js";
import { nameOf } from "../actions/names.js";
import { useAdmin } from "../react/context.js";
import { usePermissions } from "../react/hooks.js";
import { type BulkAction, type BulkActionName, bulkActions } from "./bulk-action.js";
import type { BulkTools } from "./bulk-bar.js";
import { planBulkRun } from "./plan-bulk-run.js";
import { type BulkChoice, resolveBulkTargets } from "./resolve-targets.js";

export interface BulkPreviewProps extends BulkTools {
  name: BulkActionName;
  choice: BulkChoice;
  onStart: () => void;
}

/** Above this many, anything is confirmed by typing the number. */
const mostUntyped = 99;
const mostNamed = 3;

/** Who will be acted upon and who will not, and why, before anything happens. */
export function BulkPreview(props: BulkPreviewProps): ReactElement {
  const { name, choice, onStart, words, say, bulk, leave } = props;
  const { locale } = useLocale();
  const admin = useAdmin();
  const { data: permissions } = usePermissions();
  const [role, setRole] = useState("");
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const { takesReason, isDanger }: { takesReason?: boolean; isDanger?: boolean } =
    bulkActions[name];

  // Who is meant is read once, and forgotten with the dialog.
  const { data: targets, error } = useQuery({
    queryKey: [...admin.branch, "bulk", id],
    queryFn: ({ signal }) => resolveBulkTargets(admin, choice, signal),
    ...{ gcTime: 0, staleTime: Infinity, retry: false, structuralSharing: false },
    networkMode: "always",
  });
  if (error) return <Failed error={error} />;
  if (!targets || !permissions) return <Status>{words.reading}</Status>;

  const actionFor = (reason?: string) =>
    (name === "role"
      ? { name, role: role.trim() }
      : { name, ...(reason && { reason }) }) as BulkAction;
  const isUnsaid = name === "role" && !role.trim();
  const chosen = isUnsaid ? { ...targets, users: [] } : targets;
  const plan = planBulkRun(chosen, actionFor(), permissions);
  const { length } = plan.targets;
  const named = plan.targets.slice(0, mostNamed).map(nameOf);
  const more = length - named.length;
  if (more) named.push(say(words.more, more));
  const typed = isDanger || length > mostUntyped;
  const reasons: Record<string, string> = words;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    if (typed && String(values.get("typed")).replace(/\D/g, "") !== String(length))
      return setWrong(true);
    bulk.start({ ...plan, action: actionFor(String(values.get("reason") ?? "").trim()) });
    onStart();
  }

  return (
    <form data-hj="action-form" data-danger={flag(isDanger)} noValidate onSubmit={submit}>
      {name === "role" && (
        <Field
          label={words.newRole}
          list={`${id}l`}
          value={role}
          onChange={({ target }) => setRole(target.value)}
        >
          <datalist id={`${id}l`}>
            <option>member</option>
            <option>admin</option>
          </datalist>
        </Field>
      )}
      <div data-hj="bulk-plan" role="status">
        {length > 0 && (
          <p>{say(words.act, length, { names: new Intl.ListFormat(locale).format(named) })}</p>
        )}
        {Object.entries(plan.reasons).map(([code, skipped]) => (
          <p key={code}>{say(words.skip, skipped, { reason: reasons[code] ?? code })}</p>
        ))}
      </div>
      <p data-hj="hint">{format(words.asOf, { time: plan.asOf.toLocaleTimeString(locale) })}</p>
      {takesReason && length > 0 && (
        <Field name="reason" label={words.reason} hint={words.reasonHint} maxLength={500} />
      )}
      {typed && length > 0 && (
        <Field
          name="typed"
          label={say(words.typed, length)}
          faults={wrong ? [{ code: "not_the_same", message: words.notTheSame }] : []}
          {...{ inputMode: "numeric", autoComplete: "off" }}
          onInput={() => setWrong(false)}
        />
      )}
      <div data-hj="footer">
        {length > 0 && (
          <button data-hj="button" data-primary="">
            {say(`${words[name]} ({count})`, length)}
          </button>
        )}
        <button data-hj="button" type="button" onClick={leave}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
