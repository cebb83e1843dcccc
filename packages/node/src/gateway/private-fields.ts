import { camelCase, type FieldMessages, refusal, refuseFields } from "@hellojohn/contract";
import type { Body } from "./body.js";
import type { GatewayOperation } from "./operations.js";

type Bag = Record<string, unknown>;

/** `metadata` is private metadata's other name towards a key. */
const isPrivate = (name: string): boolean =>
  /^(?:metadata|privateMetadata)(?:\.|$)/.test(camelCase(name.trim()));

const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null;

const isUser = (value: Bag): boolean =>
  "private_metadata" in value || ("email" in value && "tenant_id" in value);

/** The answer without any user's private metadata, wherever a user stands in it. Other bags stay as they are. */
export function withoutPrivate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrivate);
  if (!isBag(value)) return value;
  const hidden = isUser(value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !(hidden && isPrivate(name)))
      .map(([name, inner]) => [name, name.endsWith("metadata") ? inner : withoutPrivate(inner)]),
  );
}

/** Refuses a change of what may not be seen. */
export function assertPublic(names: readonly string[]): void {
  const refused = names.filter(isPrivate);
  if (refused.length === 0) return;
  const reason = { code: "admin_only", message: "Private metadata does not pass this gateway" };
  const fields: FieldMessages = Object.fromEntries(refused.map((name) => [name, [reason]]));
  throw refusal("field_not_editable", `Not yours to edit: ${refused.join(", ")}`, { fields });
}

/** What an export tells unless asked. Its bytes pass as they come, so private columns must not be in it from the start. */
const publicColumns =
  "id,tenant_id,email,email_verified,pending_email,name,first_name,last_name,avatar_url,phone_number," +
  "phone_verified,role,status,disabled,mfa_enrolled,created_at,updated_at,last_sign_in_at,version";

/** The query of an export that names its columns, none of them private. */
export function publicQuery(name: GatewayOperation, query: Record<string, string>) {
  if (name !== "exportUsers") return query;
  const { fields = publicColumns } = query;
  assertPublic(fields.split(","));
  return { ...query, fields };
}

const notText = { code: "invalid_type", message: "Name columns, with commas between" };

/** The body of one; its text goes on letter by letter behind what is added. */
export function publicBody(name: GatewayOperation, { text, value }: Body): string | undefined {
  if (name !== "exportFoundUsers") return text;
  const { fields } = value;
  if (fields === undefined) {
    const end = Object.keys(value).length > 0 ? "," : "";
    return (text ?? "{}").replace("{", `{"fields":"${publicColumns}"${end}`);
  }
  if (typeof fields !== "string") throw refuseFields({ fields: [notText] });
  assertPublic(fields.split(","));
  return text;
}
