import type { ReactElement } from "react";

/** A control under its label. */
export const labelled = (label: string, control: ReactElement): ReactElement => (
  <label data-hj="field">
    <span data-hj="label">{label}</span>
    {control}
  </label>
);
