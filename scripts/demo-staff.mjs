import { createGateway, toExpress } from "@hellojohn/node/gateway";

const cookie = "acme_staff=yes";
const isStaff = (header) => (header ?? "").split(/;\s*/).includes(cookie);

/** What Acme lets its support do. */
const permitted = [
  ...["listUsers", "searchUsers", "getUser", "revealUser", "listUserSessions", "listUserFactors"],
  ...["listAuditEvents", "sendPasswordReset", "revokeUserSessions", "disableUser", "enableUser"],
];

/**
 * Acme's own people, who have no account with HelloJohn: a cookie of Acme's says who they are, and the gateway adds the
 * secret key on this side. A real app asks for more than a click before it sets one.
 */
export function staffRoutes({ apiUrl, secretKey }) {
  const authorize = (request) => isStaff(request.headers.get("cookie")) && permitted;
  const gateway = toExpress(createGateway({ apiUrl, secretKey, authorize }));
  return async (request, response, path) => {
    if (path.startsWith("/api/hellojohn/")) return gateway(request, response);
    if (path !== "/api/staff") return response.writeHead(404).end();
    const sets = { POST: cookie, DELETE: "acme_staff=; Max-Age=0" }[request.method];
    if (sets) response.setHeader("Set-Cookie", `${sets}; Path=/; HttpOnly; SameSite=Strict`);
    const staff = sets ? sets === cookie : isStaff(request.headers.cookie);
    response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" });
    return response.end(JSON.stringify({ staff }));
  };
}
