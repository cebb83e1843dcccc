import { randomUUID } from "node:crypto";
import { inject } from "vitest";

const { apiUrl, demo } = inject("demo");

export const password = "a-long-and-strange-sentence";

async function call(method: string, path: string, bearer: string, body: unknown) {
  const response = await fetch(`${apiUrl}${path}`, {
    method,
    headers: { Authorization: `Bearer ${bearer}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** An account that no other test knows. */
export async function makePerson(name = "Rosa Parks"): Promise<{ email: string }> {
  const email = `rosa-${randomUUID().slice(0, 8)}@example.com`;
  await call("POST", "/v1/auth/sign-up", demo.publishable_key, { email, password, name });
  return { email };
}

/** Changes the tenant's session lifetimes, as its operator would, and answers how to change them back. */
export async function setSessionConfig(
  changes: Record<string, number>,
): Promise<() => Promise<void>> {
  const path = `/v2/admin/tenants/${demo.tenant_id}/auth/config`;
  const usual = {
    access_token_ttl: 900,
    refresh_token_ttl: 2_592_000,
    reauthentication_max_age: 3600,
  };
  await call("PATCH", path, demo.secret_key, { session_config: changes });
  return async () => void (await call("PATCH", path, demo.secret_key, { session_config: usual }));
}
