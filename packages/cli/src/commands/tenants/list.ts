import { Command } from "commander";
import { type Formatted, formatOption } from "../../options.js";
import { readConfig } from "../../settings/config-file.js";

interface Listed {
  id: string;
  name: string;
  current: boolean;
  profile: string;
}

const columns = [
  {
    head: "TENANT",
    width: 34,
    text: (tenant: Listed) => `${tenant.id}${tenant.current ? " *" : ""}`,
  },
  { head: "NAME", width: 24, text: (tenant: Listed) => tenant.name },
  { head: "PROFILE", text: (tenant: Listed) => tenant.profile },
];

export const list = new Command("list")
  .addOption(formatOption())
  .action(async ({ format }: Formatted) => {
    const { printRows } = await import("../../output/print.js");

    const { current, profiles } = readConfig();
    const rows = [...profiles].map(([profile, { tenantId: id, tenantName: name }]): Listed => {
      return { id, name, current: profile === current, profile };
    });
    await printRows(rows, format, { columns, fields: ["id", "name", "current", "profile"] });
  });
