import type { Migration } from "./migration.js";

/** Letters of two cases whose cases Unicode keeps apart one by one: Latin, Greek, Cyrillic, Armenian, full width. */
const alphabets = [
  [0xc0, 0x24f],
  [0x370, 0x52f],
  [0x531, 0x556],
  [0x1e00, 0x1eff],
  [0xff21, 0xff3a],
] as const;

/** Capitals beyond ASCII and their small letters, in two texts of one order. */
function letterPairs(): { capitals: string; smalls: string } {
  let capitals = "";
  let smalls = "";
  for (const [first, last] of alphabets)
    for (let code = first; code <= last; code++) {
      const capital = String.fromCharCode(code);
      const small = capital.toLowerCase();
      // İ becomes two characters.
      if (small === capital || small.length > 1) continue;
      capitals += capital;
      smalls += small;
    }
  return { capitals, smalls };
}

const { capitals, smalls } = letterPairs();

// `lower` knows what the database's locale knows, which differs from server to server; a stored column must not.
const functions = `
create function fold_case(given text) returns text
language sql immutable strict parallel safe
return case when octet_length(given) = length(given) then lower(given collate "C")
  else translate(lower(given collate "C"), '${capitals}', '${smalls}') end;

create function display_name(name text, first_name text, last_name text) returns text
language sql immutable parallel safe
return coalesce(name, nullif(btrim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')), ''));

-- A search for signs alone has no trigrams. These stand in few names and addresses.
create function rare_signs(given text) returns text[]
language sql immutable strict parallel safe
return string_to_array(regexp_replace(given, '[^]!-,/:-?[\\\\^\`{-~-]+', '', 'g'), null);
`;

// A line for each of what is searched. Who has no name comes after everyone who has one, also after the last letter.
const columns = `
alter table users
  alter column email_lower type text collate "C",
  add column search_text text collate "C" not null generated always as (
    E'\\n' || fold_case(email) || E'\\n' || coalesce(fold_case(display_name(name, first_name, last_name)), '')
      || E'\\n' || fold_case(id) || E'\\n'
  ) stored,
  add column sort_name text collate "C" not null generated always as (
    coalesce(fold_case(nullif(display_name(name, first_name, last_name), '')), U&'\\+10FFFF')
  ) stored;
`;

const indexes = `
create index users_by_created_at on users (tenant_id, created_at, id);
create index users_by_name on users (tenant_id, sort_name, id);
create index users_by_last_sign_in_at on users (tenant_id, coalesce(last_sign_in_at, '-infinity'), id);
create index users_status on users (tenant_id, status);
create index users_role on users (tenant_id, role);
create index users_mfa_enrolled on users (tenant_id, mfa_enrolled);
create index users_email_verified on users (tenant_id, email_verified);
create index users_search on users
  using gin (tenant_id, search_text gin_trgm_ops, rare_signs(search_text));
`;

export const userSearch: Migration = {
  id: 3,
  name: "user search",
  script: `
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
${functions}${columns}${indexes}
alter table users alter column search_text set statistics 500;
create statistics users_facets (mcv) on tenant_id, status, role, mfa_enrolled, email_verified from users;
analyze users;
`,
};
