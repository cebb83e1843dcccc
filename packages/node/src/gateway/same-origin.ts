import { refusal } from "@hellojohn/contract";

const refused = (message: string) => refusal("insufficient_permissions", message);

/** A proxy that ends TLS hands on plain http; the other way round someone stands in between. */
function isOwn(origin: URL, request: Request): boolean {
  const own = new URL(request.url);
  const hosts = [own.host, request.headers.get("host")];
  return hosts.includes(origin.host) && (origin.protocol === "https:" || own.protocol === "http:");
}

/**
 * Refuses what another site's page could have sent. The header alone needs a preflight, which is never answered; what the
 * browser says about the page is held to it too, where it says anything.
 */
export function assertSameOrigin(request: Request, allowedOrigins: readonly string[]): void {
  const { headers } = request;
  if (headers.get("x-hellojohn-gateway") !== "1")
    throw refused("Send X-HelloJohn-Gateway: 1; @hellojohn/react does");
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (origin !== null && allowedOrigins.includes(origin)) return;
  const isForeign = origin !== null && !(URL.canParse(origin) && isOwn(new URL(origin), request));
  if (isForeign || (site !== null && site !== "same-origin"))
    throw refused("This page is not of the gateway's origin; name its origin in `allowedOrigins`");
}
