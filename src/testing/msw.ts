import { http, HttpResponse, type RequestHandler } from "msw";
import type { Fake } from "./fake.js";

/** Handlers for Mock Service Worker that answer as the fake does. */
export function handlers(fake: Fake, { apiUrl = fake.apiUrl } = {}): RequestHandler[] {
  return [
    http.all(`${apiUrl}/*`, async ({ request }) => {
      try {
        return await fake.fetch(request);
      } catch {
        return HttpResponse.error();
      }
    }),
  ];
}
