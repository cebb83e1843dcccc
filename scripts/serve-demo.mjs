import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { root } from "./process.mjs";

const folder = join(root, "examples/vite/dist");

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Nothing inline, nothing from elsewhere but avatars, and only our API may be called. */
const policy = (apiUrl) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' https:",
    `connect-src 'self' ${apiUrl}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** The built file a path names; every other path is a page of the app. */
function fileOf(path) {
  const file = join(folder, normalize(path));
  const isFile = file.startsWith(folder) && existsSync(file) && statSync(file).isFile();
  return isFile ? file : join(folder, "index.html");
}

/**
 * Serves the built demo app. What `config` holds when it is asked for is `/config.json`; what lies below `/api/` is for
 * `routes.api` to answer.
 */
export function serveDemo(config, { host = "127.0.0.1", port = 0, routes = {} } = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://demo");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (pathname.startsWith("/api/") && routes.api) return routes.api(request, response, pathname);
    if (pathname === "/config.json") {
      response.writeHead(200, { "Content-Type": types[".json"], "Cache-Control": "no-store" });
      return response.end(JSON.stringify(config));
    }
    const file = fileOf(decodeURIComponent(pathname));
    const isAsset = pathname.startsWith("/assets/");
    response.writeHead(200, {
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      "Cache-Control": isAsset ? "public, max-age=31536000, immutable" : "no-store",
      "Content-Security-Policy": policy(config.apiUrl),
    });
    return createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const close = () =>
        new Promise((done) => {
          server.close(done);
          server.closeAllConnections();
        });
      resolve({ url: `http://${host}:${server.address().port}`, close });
    });
  });
}
