import type { Session, UserDetails } from "@hellojohn/node";
import type { View } from "./formats.js";
import { ago, day, minute } from "./times.js";

const statusColors: Record<string, "red" | "yellow" | "green"> = {
  active: "green",
  disabled: "red",
  pending: "yellow",
  unverified: "yellow",
};

export const userView: View<UserDetails> = {
  columns: [
    { head: "ID", width: 26, text: (user) => user.id },
    { head: "EMAIL", width: 26, text: (user) => user.email },
    {
      head: "STATUS",
      width: 10,
      text: (user) => user.status,
      color: (user) => statusColors[user.status],
    },
    { head: "CREATED", text: (user) => day(user.createdAt) },
  ],
  fields: [
    ...["id", "tenant_id", "email", "email_verified", "pending_email", "name", "first_name"],
    ...["last_name", "avatar_url", "phone_number", "phone_verified", "role", "status", "disabled"],
    ...["mfa_enrolled", "created_at", "updated_at", "last_sign_in_at", "version"],
  ],
};

const deviceOf = ({ device, impersonated }: Session): string =>
  `${device?.replace(" on ", "/") ?? "-"}${impersonated ? " (impersonated)" : ""}`;

export const sessionView: View<Session> = {
  columns: [
    { head: "SESSION ID", width: 24, text: (session) => session.id },
    { head: "CREATED", width: 21, text: (session) => minute(session.createdAt) },
    { head: "LAST ACTIVE", width: 16, text: (session) => ago(session.lastActiveAt) },
    { head: "IP", width: 16, text: (session) => session.ip ?? "-" },
    { head: "DEVICE", text: deviceOf },
  ],
  fields: [
    ...["id", "user_id", "created_at", "last_active_at", "expires_at", "ip", "user_agent"],
    ...["device", "impersonated"],
  ],
};

interface ListedFactor {
  id: string;
  type: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export const factorView: View<ListedFactor> = {
  columns: [
    { head: "FACTOR ID", width: 24, text: (factor) => factor.id },
    { head: "TYPE", width: 10, text: (factor) => factor.type },
    { head: "CREATED", width: 21, text: (factor) => minute(factor.createdAt) },
    { head: "LAST USED", text: ({ lastUsedAt }) => (lastUsedAt ? ago(lastUsedAt) : "never") },
  ],
  fields: ["id", "type", "created_at", "last_used_at"],
};
