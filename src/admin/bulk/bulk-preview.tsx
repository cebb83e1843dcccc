"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useId, useState } from "react";
import { Failed, flag, Status } from "../../components/feedback.js";
import { Field } from "../../components/field.js";
import { format } from "../../components/format.js";
import { adminBulk } from "../../locales/en-admin/bulk.js";
import { adminMenu } from "../../locales/en-admin/menu.js";
import { useLocale, useMessages } from "../../react/index.js";
import { nameOf } from "../actions/names.js";
import { useAdmin } from "../react/context.js";
import { usePermissions } from "../react/hooks.js";
import { type BulkAction, type BulkActionName, bulkActions } from "./bulk-action.js";
import { planBulkRun } from "./plan-bulk-run.js";
import { type BulkChoice, resolveBulkTargets } from "./resolve-targets.js";
import { useBulkAction } from "./use-bulk-action.js";

export interface BulkPreviewProps {
  name: BulkActionName;
  choice: BulkChoice;
  onStart: () => void;
  onClose: () => void;
}

/** Above this many, anything is confirmed by typing the number. */
const mostUntyped = 99;
const mostNamed = 3;

/** Who will be acted upon and who will not, and why, before anything happens. */
export function BulkPreview({ name, choice, onStart, onClose }: BulkPreviewProps): ReactElement {
  const texts = useMessages("adminBulk", adminBulk);
  const menu = useMessages("adminMenu", adminMenu);
  const { locale } = useLocale();
  const admin = useAdmin();
  const { data: permissions } = usePermissions();
  const { start } = useBulkAction();
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
  if (!targets || !permissions) return <Status>{texts.reading}</Status>;

  const actionFor = (reason?: string) =>
    (name === "role"
      ? { name, role: role.trim() }
      : { name, ...(reason && { reason }) }) as BulkAction;
  const isUnsaid = name === "role" && !role.trim();
  const chosen = isUnsaid ? { ...targets, users: [] } : targets;
  const plan = planBulkRun(chosen, actionFor(), permissions);
  const { length } = plan.targets;
  const count = length.toLocaleString(locale);
  const named = plan.targets.slice(0, mostNamed).map(nameOf);
  const more = length - named.length;
  if (more) named.push(format(texts.more, { count: more.toLocaleString(locale) }));
  const typed = isDanger || length > mostUntyped;
  const words: Record<string, string> = { ...menu, ...texts };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    if (typed && String(values.get("typed")).replace(/\D/g, "") !== String(length))
      return setWrong(true);
    start({ ...plan, action: actionFor(String(values.get("reason") ?? "").trim()) });
    onStart();
  }

  return (
    <form data-hj="action-form" data-danger={flag(isDanger)} noValidate onSubmit={submit}>
      {name === "role" && (
        <Field
          label={texts.newRole}
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
          <p>{format(texts.act, { count, names: new Intl.ListFormat(locale).format(named) })}</p>
        )}
        {Object.entries(plan.reasons).map(([code, skipped]) => (
          <p key={code}>
            {format(texts.skip, {
              count: skipped.toLocaleString(locale),
              reason: words[code] ?? code,
            })}
          </p>
        ))}
      </div>
      <p data-hj="hint">{format(texts.asOf, { time: plan.asOf.toLocaleTimeString(locale) })}</p>
      {takesReason && length > 0 && (
        <Field name="reason" label={texts.reason} hint={texts.reasonHint} maxLength={500} />
      )}
      {typed && length > 0 && (
        <Field
          name="typed"
          label={format(texts.typed, { text: count })}
          faults={wrong ? [{ code: "not_the_same", message: texts.notTheSame }] : []}
          {...{ inputMode: "numeric", autoComplete: "off" }}
          onInput={() => setWrong(false)}
        />
      )}
      <div data-hj="footer">
        {length > 0 && (
          <button data-hj="button" data-primary="">
            {words[name]} ({count})
          </button>
        )}
        <button data-hj="button" type="button" onClick={onClose}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}
