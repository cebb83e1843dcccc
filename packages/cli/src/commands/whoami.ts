import { Command } from "commander";
import { openClient } from "../connect.js";
import { type Formatted, formatOption } from "../options.js";
import { readSettings } from "../settings/settings.js";

interface Who {
  apiUrl: string;
  tenantId: string;
  tenantName: string;
  actorType: string;
  actorId: string;
  scopes: string;
}

const columns = [
  { head: "TENANT", width: 34, text: (who: Who) => `${who.tenantName} (${who.tenantId})` },
  { head: "KEY", width: 34, text: (who: Who) => who.actorId },
  { head: "SCOPES", width: 14, text: (who: Who) => who.scopes },
  { head: "API", text: (who: Who) => who.apiUrl },
];

const fields = ["api_url", "tenant_id", "tenant_name", "actor_type", "actor_id", "scopes"];

export const whoami = new Command("whoami")
  .addOption(formatOption())
  .action(async ({ format }: Formatted, command: Command) => {
    const hj = await openClient(readSettings(command));
    const { printJson, printRows } = await import("../output/print.js");

    const { tenant, actorType, actorId, scopes, operations } = await hj.permissions();
    const { apiUrl } = hj.toJSON();
    if (format === "json")
      return printJson({ apiUrl, tenant, actorType, actorId, scopes, operations });
    const who: Who = {
      ...{ apiUrl, actorType, actorId, scopes: scopes.join(" ") },
      ...{ tenantId: tenant.id, tenantName: tenant.name },
    };
    return printRows([who], format, { columns, fields });
  });
