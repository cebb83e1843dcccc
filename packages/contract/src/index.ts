export { avatarUrl, type Check, email, phoneNumber } from "./checks.js";
export { editableBy } from "./editable.js";
export { addressOf, searchOf } from "./address.js";
export { adminEndpoints } from "./admin-endpoints.js";
export type * from "./audit.js";
export { csvRow } from "./csv.js";
export { defaultAuthConfig } from "./auth-config.js";
export {
  type Bearer,
  type BodyOf,
  type Endpoint,
  type PathParams,
  type QueryOf,
  type ReplyOf,
  type Scope,
} from "./endpoint.js";
export { type EndpointName, endpoints } from "./endpoints.js";
export {
  type ClientErrorCode,
  currentOf,
  type ErrorCode,
  type FieldMessage,
  type FieldMessages,
  HelloJohnError,
  type HelloJohnErrorOptions,
  refusal,
  statusOf,
} from "./errors.js";
export { isOpenToImpersonators } from "./impersonation.js";
export { permittedTo } from "./permitted.js";
export { mergePatch } from "./merge-patch.js";
export { type Metadata, metadata, metadataLimits } from "./metadata.js";
export type * from "./organization.js";
export { parseFields, refuseFields } from "./parse-input.js";
export { assertEditable, parseUpdate, refusedMetadataKeys, spelled } from "./parse-update.js";
export { pathOf } from "./path.js";
export { defaultPasswordPolicy, passwordFaults, type PasswordPolicy } from "./password.js";
export { profileChecks } from "./profile-checks.js";
export { readAnswer } from "./read-answer.js";
export {
  type Actor,
  type AnySpelling,
  canEdit,
  type EditableBy,
  type Optional,
  type RefusalReason,
  refusalReason,
  ruleOf,
  rules,
  type UpdateBy,
  type UpdateProfileInput,
  type UpdateUserInput,
  type UserField,
  userFields,
} from "./rules.js";
export { selfEndpoints } from "./self-endpoints.js";
export { serverEndpoints } from "./server-endpoints.js";
export type * from "./shapes.js";
export { tenantEndpoints } from "./tenant-endpoints.js";
export type * from "./tenant-users.js";
export type { AdminUser, Editable, Me, Role, User, UserDetails, UserStatus } from "./user.js";
export { userListEndpoints } from "./user-list-endpoints.js";
export { searchBodyOf } from "./user-search.js";
export type * from "./users.js";
export { camelCase, fromWire, type FromWire, snakeCase, type SnakeCase, toWire } from "./wire.js";
export { constant, toWireText } from "./wire-text.js";
