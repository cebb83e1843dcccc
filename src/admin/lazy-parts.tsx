"use client";

import { type ComponentType, lazy, type ReactElement, type ReactNode, Suspense } from "react";

type Later = typeof import("./later.js");
type PropsOf<Name extends keyof Later> = Later[Name] extends (props: infer Props) => ReactElement
  ? Props
  : never;

/** A part that is loaded when it is first drawn; until then, `children` stand there. */
function part<Name extends keyof Later>(name: Name) {
  const Part = lazy(async () => ({
    default: (await import("./later.js"))[name] as ComponentType<object>,
  }));
  return ({ children, ...props }: PropsOf<Name> & { children?: ReactNode }): ReactElement => (
    <Suspense fallback={children}>
      <Part {...props} />
    </Suspense>
  );
}

export const ChosenBar = part("ChosenBar");
export const MaskedValue = part("MaskedValue");
export const Nobody = part("Nobody");
export const RowMenu = part("RowMenu");
export const TableTools = part("TableTools");
export const UserDialog = part("UserDialog");
export const UserPanel = part("UserPanel");
