import { Command } from "commander";
import { type Formatted, formatOption } from "../../options.js";
import { readConfig } from "../../settings/config-file.js";

interface Listed {
  name: string;
  current: boolean;
  tenantId: string;
  apiUrl: string;
}

const columns = [
  {
    head: "PROFILE",
    width: 20,
    text: (profile: Listed) => `${profile.name}${profile.current ? " *" : ""}`,
  },
  { head: "TENANT", width: 34, text: (profile: Listed) => profile.tenantId },
  { head: "API", text: (profile: Listed) => profile.apiUrl },
];

export const list = new Command("list")
  .addOption(formatOption())
  .action(async ({ format }: Formatted) => {
    const { printRows } = await import("../../output/print.js");

    const { current, profiles } = readConfig();
    const rows = [...profiles].map(([name, { tenantId, apiUrl }]): Listed => {
      return { name, current: name === current, tenantId, apiUrl };
    });
    await printRows(rows, format, { columns, fields: ["name", "current", "tenant_id", "api_url"] });
  });
