"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useId, useState } from "react";
import { Failed, Skeleton } from "../../components/feedback.js";
import { Field } from "../../components/field.js";
import { AskForm } from "../actions/ask-form.js";
import { asks } from "../actions/asks.js";
import { Roles } from "../actions/roles.js";
import { useAdmin } from "../react/context.js";
import { usePermissions } from "../react/hooks.js";
import type { BulkAction, BulkActionName } from "./bulk-action.js";
import type { BulkTools } from "./bulk-bar.js";
import { planBulkRun } from "./plan-bulk-run.js";
import { type BulkChoice, resolveBulkTargets } from "./resolve-targets.js";

export interface BulkPreviewProps extends BulkTools {
  name: BulkActionName;
  choice: BulkChoice;
  onClose: () => void;
}

/** Above this many, anything is confirmed by typing the number. */
const mostUntyped = 99;

/** How many will be acted upon and how many will not, and why, before anything happens. */
export function BulkPreview(props: BulkPreviewProps): ReactElement {
  const { name, choice, onClose, words, tally, bulk } = props;
  const admin = useAdmin();
  const { data: permissions } = usePermissions();
  const [role, setRole] = useState("");
  const id = useId();

  // Who is meant is read once, and forgotten with the dialog.
  const { data: targets, error } = useQuery({
    queryKey: [...admin.branch, "bulk", id],
    queryFn: ({ signal }) => resolveBulkTargets(admin, choice, signal),
    ...{ gcTime: 0, staleTime: Infinity, retry: false, networkMode: "always" },
  });
  if (error) return <Failed error={error} />;
  if (!targets || !permissions) return <Skeleton rows={2} />;

  const actionFor = (reason?: string) =>
    (name === "role"
      ? { name, role: role.trim() }
      : { name, ...(reason && { reason }) }) as BulkAction;
  const plan = planBulkRun(targets, actionFor(), permissions);
  const { length } = plan.targets;
  const { danger, reason } = asks[name];

  const told = (
    <div data-hj="bulk-plan" role="status">
      <p>{tally(words[name], length)}</p>
      {Object.entries(plan.reasons).map(([code, skipped]) => (
        <p key={code}>
          {tally(words.skipped, skipped)}. {words[code] ?? code}
        </p>
      ))}
    </div>
  );
  if (!length && name !== "role")
    return (
      <>
        {told}
        <button data-hj="button" type="button" onClick={onClose}>
          {words.cancel}
        </button>
      </>
    );

  return (
    <AskForm
      ask={{ danger, reason, typed: danger || length > mostUntyped }}
      label={`${words[name]} (${length})`}
      proof={`${length}`}
      mutation={{ reset() {} }}
      send={async (values): Promise<undefined> => {
        bulk.start({ ...plan, action: actionFor(values("reason").trim()) });
        onClose();
      }}
      onCancel={onClose}
    >
      {name === "role" && (
        <Field
          {...{ name, label: words.newRole, list: `${id}l`, required: true, value: role }}
          onChange={({ target }) => setRole(target.value)}
        >
          <Roles id={`${id}l`} />
        </Field>
      )}
      {told}
    </AskForm>
  );
}
