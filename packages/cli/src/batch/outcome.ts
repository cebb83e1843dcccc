import type { HelloJohnError } from "@hellojohn/node";
import type { View } from "../output/formats.js";

/** What became of one user. `unknown`: it was asked for and no answer came. */
export interface Outcome {
  user: string;
  outcome: string;
  code: string | null;
}

export const outcomeView: View<Outcome> = {
  columns: [
    { head: "USER", width: 34, text: ({ user }) => user },
    {
      head: "OUTCOME",
      width: 12,
      text: ({ outcome }) => outcome,
      color: ({ outcome }) => (outcome === "refused" || outcome === "unknown" ? "red" : undefined),
    },
    { head: "CODE", text: ({ code }) => code ?? "" },
  ],
  fields: ["user", "outcome", "code"],
};

/** Codes that speak of whoever calls; they would be the same for each of the rest. */
const ofTheCaller = new Set(["insufficient_permissions", "tenant_mismatch"]);

/** Whether going on is of no use: the key is refused, or nobody answers. */
export const endsAll = ({ status, code }: HelloJohnError): boolean =>
  status === 0 || status === 401 || status === 429 || status >= 500 || ofTheCaller.has(code);

/** Whether the call may have had its effect all the same. */
const isUncertain = ({ status, code }: HelloJohnError): boolean =>
  code === "network_error" || code === "timeout" || code === "invalid_response" || status >= 500;

export const failed = (user: string, error: HelloJohnError): Outcome => ({
  user,
  outcome: isUncertain(error) ? "unknown" : "refused",
  code: error.code,
});
