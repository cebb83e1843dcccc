import type { Secrets } from "../secrets.js";
import { digest, randomText } from "../store/secret-text.js";

/** A refresh token names its session: `hjr.<tenant>.<session>.<chance>`. To its holder it is opaque. */
interface Named {
  tenantId: string;
  sessionId: string;
}

const shape = /^hjr\.([\w-]{1,64})\.([\w-]{1,64})\.([\w-]{20,64})$/;

export function parseRefreshToken(token: string): (Named & { tokenHash: string }) | undefined {
  const [, tenantId, sessionId] = shape.exec(token) ?? [];
  return tenantId && sessionId ? { tenantId, sessionId, tokenHash: digest(token) } : undefined;
}

const write = ({ tenantId, sessionId }: Named, chance: string) =>
  `hjr.${tenantId}.${sessionId}.${chance}`;

export const firstRefreshToken = (named: Named): string => write(named, randomText());

/** The one token that follows another. It is derived, so that a repeated refresh answers the same without keeping it. */
export const nextRefreshToken = (secrets: Secrets, named: Named, token: string): string =>
  write(named, secrets.hmac("refresh", token).toString("base64url"));
