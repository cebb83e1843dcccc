import type { ReactElement } from "react";

/** The roles that every tenant has, to choose from; any other may be typed. */
export const Roles = ({ id }: { id: string }): ReactElement => (
  <datalist id={id}>
    <option>member</option>
    <option>admin</option>
  </datalist>
);
