import type { Migration } from "./migration.js";

/**
 * Mail that waits to be sent, and what the server itself must remember. Rows of the server rather than of one
 * tenant carry the tenant `*`, so that these keys too start with `tenant_id`.
 */
export const outbox: Migration = {
  id: 2,
  name: "outbox",
  script: `
create table outbox (
  tenant_id text not null,
  id text not null,
  kind text not null,
  recipient text not null,
  subject text not null,
  body_text text not null,
  links jsonb not null default '[]',
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  attempts integer not null default 0,
  next_attempt_at timestamptz default now(),
  last_error text,
  primary key (tenant_id, id)
);
create index outbox_waiting on outbox (tenant_id, next_attempt_at) where sent_at is null;
create index outbox_newest on outbox (tenant_id, created_at desc);

create table server_secrets (
  tenant_id text not null default '*',
  name text not null,
  value text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, name)
);

create table signing_keys (
  tenant_id text not null default '*',
  kid text not null,
  private_jwk jsonb not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (tenant_id, kid)
);
`,
};
