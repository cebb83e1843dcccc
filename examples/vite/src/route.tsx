import { type ComponentProps, type MouseEvent, useSyncExternalStore } from "react";

function subscribe(onChange: () => void) {
  addEventListener("popstate", onChange);
  return () => removeEventListener("popstate", onChange);
}

/** The page asked for. A real app has a router. */
export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname);

export function go(url: string) {
  history.pushState(null, "", url);
  dispatchEvent(new PopStateEvent("popstate"));
}

/** The token in `#token=…`: the part of a link that no server sees. */
export const tokenInUrl = (): string =>
  new URLSearchParams(location.hash.slice(1)).get("token") ?? "";

/** A link that changes the page without loading it anew, unless it leads elsewhere or a new tab is asked for. */
export function Link({ href = "/", children, ...props }: ComponentProps<"a">) {
  const follow = (event: MouseEvent) => {
    const url = new URL(href, location.href);
    if (event.metaKey || event.ctrlKey || event.shiftKey || url.origin !== location.origin) return;
    event.preventDefault();
    go(url.pathname + url.hash);
  };
  return (
    <a {...props} href={href} onClick={follow}>
      {children}
    </a>
  );
}
