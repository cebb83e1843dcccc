import { decodeJwt } from "jose";
import type { TestApi } from "../api/test-api.js";
import type { Actor } from "./actors.js";
import { organizationId, type Subject } from "./admin-rows.js";

export type Target = "self" | "member" | "admin" | "foreign" | "missing";

export const targets: readonly Target[] = ["self", "member", "admin", "foreign", "missing"];

type Tenant = Pick<TestApi["tenant"], "id" | "pk">;

/** Makes people to aim at, each with one of everything a row may be about. */
export function makeSubjects(api: TestApi, elsewhere: Tenant) {
  const { sql } = api.database;
  let number = 0;

  async function addBelongings({ id, factorId }: Subject, tenantId: string): Promise<void> {
    await sql`insert into factors (tenant_id, id, user_id, type, sealed_secret, created_at, confirmed_at)
      values (${tenantId}, ${factorId}, ${id}, 'totp', 'none', now(), now())`;
    if (tenantId === api.tenant.id)
      await sql`insert into memberships (tenant_id, organization_id, user_id, role)
        values (${tenantId}, ${organizationId}, ${id}, 'member')`;
  }

  function nameOne(): Subject {
    const id = `usr_target${number++}`;
    return {
      ...{ id, email: `${id}@example.com`, sessionId: `ses_${id}`, factorId: `fct_${id}` },
    };
  }

  return {
    /** An organization, and an administrator that stays whoever of the others is aimed at. */
    async prepare(): Promise<void> {
      await sql`insert into organizations (tenant_id, id, name)
        values (${api.tenant.id}, ${organizationId}, 'Navy')`;
      await api.addUser("stays@example.com", { role: "admin", tenantId: elsewhere.id });
    },

    async make(target: Target): Promise<Subject> {
      const subject = nameOne();
      if (target === "missing") return subject;
      const { id, email, sessionId } = subject;
      const tenantId = target === "foreign" ? elsewhere.id : api.tenant.id;
      const role = target === "member" || target === "foreign" ? "member" : "admin";
      await sql`insert into users (tenant_id, id, email, role, password_hash)
        values (${tenantId}, ${id}, ${email}, ${role}, 'none')`;
      await sql`insert into sessions (tenant_id, id, user_id, created_at, authenticated_at,
          last_active_at, expires_at)
        values (${tenantId}, ${sessionId}, ${id}, now(), now(), now(), now() + interval '1 day')`;
      await addBelongings(subject, tenantId);
      return subject;
    },

    /** A new person in the actor's place, for a call may end her session; someone who acts as another only reads. */
    async makeSelf(actor: Actor): Promise<Subject & { token?: string }> {
      if (actor.kind === "key") return this.make("self");
      const { act, session_id } = decodeJwt(String(actor.token));
      if (act) {
        const email = "admin@example.com";
        return { ...nameOne(), id: String(actor.self), email, sessionId: String(session_id) };
      }
      const tenant = actor.tenant === "own" ? api.tenant : elsewhere;
      const named = nameOne();
      const id = await api.addUser(named.email, { role: "admin", tenantId: tenant.id });
      const { session } = await api.signIn(named.email, tenant.pk);
      const subject = { ...named, id, sessionId: String(session.id) };
      await addBelongings(subject, tenant.id);
      return { ...subject, token: String(session.access_token) };
    },
  };
}
