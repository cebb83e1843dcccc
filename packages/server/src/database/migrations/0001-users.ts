import type { Migration } from "./migration.js";

const tenants = `
create table tenants (
  tenant_id text not null primary key,
  name text not null,
  config jsonb not null default '{}',
  created_at timestamptz not null default now()
);

-- The key names its tenant, so that it is found by a key that starts with tenant_id.
create table api_keys (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  key_hash text not null,
  kind text not null check (kind in ('secret', 'publishable')),
  prefix text not null,
  scopes text[] not null default '{}',
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (tenant_id, id)
);
create unique index api_keys_hash on api_keys (tenant_id, key_hash);
`;

const people = `
create table users (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  email text not null,
  email_lower text not null generated always as (lower(email collate "C")) stored,
  email_verified boolean not null default false,
  pending_email text,
  name text,
  first_name text,
  last_name text,
  avatar_url text,
  phone_number text,
  phone_verified boolean not null default false,
  role text not null default 'member',
  disabled boolean not null default false,
  mfa_enrolled boolean not null default false,
  public_metadata jsonb not null default '{}',
  private_metadata jsonb not null default '{}',
  password_hash text,
  status text not null generated always as (
    case when disabled then 'disabled' when password_hash is null then 'pending'
      when not email_verified then 'unverified' else 'active' end
  ) stored,
  last_sign_in_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id)
);
create unique index users_email on users (tenant_id, email_lower);
create index users_admins on users (tenant_id, id) where role = 'admin';

-- By address, whether anyone has it or not: a lock tells nothing about who is registered.
create table sign_in_failures (
  tenant_id text not null,
  email_lower text not null,
  failures integer not null,
  last_failed_at timestamptz not null,
  locked_until timestamptz,
  primary key (tenant_id, email_lower)
);

create table sessions (
  tenant_id text not null,
  id text not null,
  user_id text not null,
  created_at timestamptz not null,
  authenticated_at timestamptz not null,
  last_active_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  ip text,
  user_agent text,
  impersonator_type text,
  impersonator_id text,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index sessions_user on sessions (tenant_id, user_id);

create table refresh_tokens (
  tenant_id text not null,
  token_hash text not null,
  session_id text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, session_id) references sessions on delete cascade
);
create index refresh_tokens_session on refresh_tokens (tenant_id, session_id);

create table factors (
  tenant_id text not null,
  id text not null,
  user_id text not null,
  type text not null,
  sealed_secret text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_used_at timestamptz,
  last_step bigint,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index factors_user on factors (tenant_id, user_id);

create table challenges (
  tenant_id text not null,
  challenge_hash text not null,
  user_id text not null,
  expires_at timestamptz not null,
  attempts integer not null default 0,
  used_at timestamptz,
  primary key (tenant_id, challenge_hash),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index challenges_user on challenges (tenant_id, user_id);

create table one_time_tokens (
  tenant_id text not null,
  token_hash text not null,
  purpose text not null,
  user_id text not null,
  email text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index one_time_tokens_user on one_time_tokens (tenant_id, user_id, purpose);
`;

const companions = `
create table organizations (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);

create table memberships (
  tenant_id text not null,
  organization_id text not null,
  user_id text not null,
  role text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, organization_id, user_id),
  foreign key (tenant_id, organization_id) references organizations on delete cascade,
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index memberships_user on memberships (tenant_id, user_id);

create table connections (
  tenant_id text not null,
  id text not null,
  user_id text not null,
  provider text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index connections_user on connections (tenant_id, user_id);

create table idempotency_keys (
  tenant_id text not null,
  key_hash text not null,
  request_hash text not null,
  status integer,
  sealed_reply text,
  created_at timestamptz not null,
  primary key (tenant_id, key_hash)
);

-- Hits of one bucket in one window; two neighbouring windows make a sliding one.
create table rate_limits (
  tenant_id text not null,
  bucket text not null,
  window_start bigint not null,
  hits integer not null,
  primary key (tenant_id, bucket, window_start)
);
`;

const audit = `
-- No foreign key: an event outlives its user, and locking the tenant's row at each write would queue the writers.
create table audit_events (
  tenant_id text not null,
  id text not null,
  type text not null,
  actor_type text not null,
  actor_id text,
  resource_id text,
  reason text,
  changed_fields text[] not null default '{}',
  source text not null default 'system',
  ip text,
  user_agent text,
  request_id text,
  metadata jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index audit_events_actor on audit_events (tenant_id, actor_id, id);
create index audit_events_resource on audit_events (tenant_id, resource_id, id);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select from tenants where tenant_id = old.tenant_id) then
    return old;
  end if;
  raise exception 'The audit log is append-only';
end $$;
create trigger audit_events_append_only before update or delete on audit_events
  for each row execute function refuse_audit_change();
create trigger audit_events_not_truncated before truncate on audit_events
  for each statement execute function refuse_audit_change();

create function remove_audit_of_tenant() returns trigger language plpgsql as $$
begin
  delete from audit_events where tenant_id = old.tenant_id;
  return old;
end $$;
create trigger tenants_take_their_audit after delete on tenants
  for each row execute function remove_audit_of_tenant();
`;

const functions = `
-- RFC 7396 at every depth: a value replaces, null removes, objects merge.
create function jsonb_merge_patch(target jsonb, patch jsonb) returns jsonb
language plpgsql immutable as $$
declare
  merged jsonb := case when jsonb_typeof(target) = 'object' then target else '{}' end;
  entry record;
begin
  if jsonb_typeof(patch) <> 'object' then
    return patch;
  end if;
  for entry in select key, value from jsonb_each(patch) loop
    if entry.value = 'null' then
      merged := merged - entry.key;
    else
      merged := jsonb_set(merged, array[entry.key], jsonb_merge_patch(merged -> entry.key, entry.value));
    end if;
  end loop;
  return merged;
end $$;
`;

/** Tenants, their people, and what belongs to them. */
export const users: Migration = {
  id: 1,
  name: "users",
  script: [tenants, people, companions, audit, functions].join("\n"),
};
