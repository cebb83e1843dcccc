import { inject } from "vitest";

const { apiUrl, demo } = inject("demo");

/** The demo's administrator. */
export const grace = { email: "grace@example.com", password: demo.users[0]?.password ?? "" };

interface Listed {
  id: string;
  email: string;
  disabled: boolean;
  version: number;
}

/** Every user of the demo as the server holds her now, by id. */
export async function usersNow(): Promise<Map<string, Listed>> {
  const fields = "id,email,disabled,version";
  const response = await fetch(`${apiUrl}/v1/admin/users/export?format=ndjson&fields=${fields}`, {
    headers: { Authorization: `Bearer ${demo.secret_key}` },
  });
  const lines = (await response.text()).trim().split("\n");
  const users = lines.map((line): Listed => JSON.parse(line));
  return new Map(users.map((user) => [user.id, user]));
}

/** Events of one type that speak of this user, as the log has them. */
export async function eventsOf(
  type: string,
  resourceId?: string,
): Promise<Record<string, unknown>[]> {
  const query = new URLSearchParams({
    type,
    limit: "200",
    ...(resourceId && { resource_id: resourceId }),
  });
  const response = await fetch(`${apiUrl}/v1/audit-logs?${query}`, {
    headers: { Authorization: `Bearer ${demo.secret_key}` },
  });
  const { data } = await response.json();
  return data;
}
