"use client";

import type { UserDetails, UserSort } from "@hellojohn/contract";
import type { ReactElement, ReactNode } from "react";
import { format } from "../../components/format.js";
import { nameOf } from "../actions/names.js";
import type { CellTools, Texts } from "./cell-tools.js";

export interface UserColumn {
  id: string;
  header: string;
  cell(user: UserDetails, tools: CellTools): ReactNode;
  /** Makes the header sort by it. */
  sortKey?: UserSort | undefined;
  /** In pixels; a column without shares what is left. */
  width?: number | undefined;
  /** True unless said otherwise. */
  hideable?: boolean | undefined;
  /** Hidden until someone shows it. */
  hidden?: boolean | undefined;
  /** Names the row; the first column does unless another says so. */
  rowHeader?: boolean | undefined;
}

/** Columns of your own, or made from the usual ones. */
export type UserColumns =
  | readonly UserColumn[]
  | ((usual: readonly UserColumn[]) => readonly UserColumn[]);

/** The first letters of her first name and her last. */
const initialsOf = (user: UserDetails): string =>
  nameOf(user).replace(/^\s*(.)(?:.*\s(.))?.*$/su, "$1$2");

/** Her face, her name, which opens her details, and her address. */
const person = (user: UserDetails, { personal, masked }: CellTools): ReactElement => (
  <>
    <span data-hj="user-face" data-initials={initialsOf(user)}>
      {user.avatarUrl && <img src={user.avatarUrl} alt="" loading="lazy" />}
    </span>
    <button data-hj="user-name" type="button" data-open="panel">
      {nameOf(user)}
    </button>
    {(user.name || masked) && <span data-hj="user-email">{personal("email")}</span>}
  </>
);

const menuButton = (text: string, name: string): ReactElement => (
  <button
    data-hj="row-menu-button"
    type="button"
    data-open="menu"
    aria-haspopup="menu"
    aria-label={format(text, { name })}
  />
);

/** States and roles with a name of their own; both sets are open. */
const known = /^(active|disabled|pending|unverified|member|admin)$/;

/** The columns a table has unless said otherwise, with their headers in the reader's language. */
export function usualColumns(texts: Texts): UserColumn[] {
  const word = (text: string) => (known.test(text) ? texts[text as "active"] : text);
  const yesOrNo = (is: boolean) => (is ? texts.yes : texts.no);
  const column = (
    id: keyof Texts,
    width: number | undefined,
    cell: UserColumn["cell"],
    rest?: Partial<UserColumn>,
  ): UserColumn => ({ id, header: texts[id], width, cell, ...rest });
  return [
    column("user", undefined, person, { sortKey: "name", hideable: false, rowHeader: true }),
    column("status", 140, ({ status }) => (
      <span data-hj="user-status" data-status={status}>
        {word(status)}
      </span>
    )),
    column("role", 124, ({ role }) => word(role)),
    column("mfa", 72, ({ mfaEnrolled }) => yesOrNo(mfaEnrolled)),
    column("verified", 112, ({ emailVerified }) => yesOrNo(emailVerified)),
    column("lastSignIn", 200, ({ lastSignInAt }, { moment }) => moment(lastSignInAt), {
      sortKey: "last_sign_in_at",
    }),
    column("created", 124, ({ createdAt }, { day }) => day(createdAt), { sortKey: "created_at" }),
    column("email", 220, (_user, { personal }) => personal("email"), {
      sortKey: "email",
      hidden: true,
    }),
    column("phoneNumber", 150, (_user, { personal }) => personal("phoneNumber"), { hidden: true }),
    column("actions", 68, (_user, { label }) => menuButton(texts.act, label), { hideable: false }),
  ];
}
