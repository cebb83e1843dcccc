import { endpoints as rows } from "@hellojohn/contract";
import type { Api } from "./api.js";
import type { Settings } from "./settings.js";

/** The tenant of the key: as it was given, or as the server tells it, once. */
export function createTenantId(settings: Settings, api: Api): () => Promise<string> {
  let asked: Promise<string> | undefined;
  const ask = async () => (await api.call(rows.getPermissions)).tenant.id;
  return async () => {
    if (settings.tenantId) return settings.tenantId;
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}
