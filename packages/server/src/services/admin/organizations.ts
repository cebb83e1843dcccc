import { type Organization, type OrganizationPage } from "@hellojohn/contract";
import { makeId } from "../../store/ids.js";
import {
  findOrganizations,
  insertOrganization,
  type OrganizationPosition,
  type OrganizationRow,
} from "../../store/organizations.js";
import { audit } from "../audit.js";
import { type Call, tenantOf } from "../call.js";
import { openCursor, sealCursor } from "./cursor.js";

const defaultLimit = 20;

const viewOf = ({ id, name, created_at }: OrganizationRow): Organization => ({
  id,
  name,
  createdAt: created_at,
});

export async function listOrganizations(
  call: Call<"listOrganizations">,
): Promise<OrganizationPage> {
  const { secrets, database } = call.context;
  const tenantId = tenantOf(call).id;
  const { cursor, limit = defaultLimit } = call.query;
  const q = call.query.q?.trim() ?? "";
  const subject = ["organizations", tenantId, q];
  const after =
    cursor === undefined ? undefined : openCursor<OrganizationPosition>(secrets, subject, cursor);

  // One more than asked for tells whether another page follows.
  const rows = await findOrganizations(database.sql, { tenantId, q, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const next: OrganizationPosition | undefined = last && { sortName: last.sort_name, id: last.id };
  return {
    data: page.map(viewOf),
    pagination: {
      limit,
      hasMore: next !== undefined,
      nextCursor: next ? sealCursor(secrets, subject, next) : null,
    },
  };
}

export const createOrganization = (call: Call<"createOrganization">): Promise<Organization> => {
  const row: OrganizationRow = {
    tenant_id: tenantOf(call).id,
    id: makeId("org", call.now),
    name: call.body.name,
    created_at: call.now,
  };
  return call.transact(async (sql) => {
    await insertOrganization(sql, row);
    await audit(sql, call, { type: "organization.created", resourceId: row.id });
    return viewOf(row);
  });
};
