"use client";

import type { ComponentProps, ReactElement } from "react";

/** Good news, read out when convenient. It is there before the news, or nobody would hear it. */
export function Status(props: ComponentProps<"p">): ReactElement {
  return <p data-hj="status" role="status" {...props} />;
}

/** Bad news, read out at once. */
export function Alert({ children, ...props }: ComponentProps<"div">): ReactElement {
  return (
    <div data-hj="alert" role="alert" {...props}>
      {children}
    </div>
  );
}
