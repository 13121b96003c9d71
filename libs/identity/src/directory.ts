import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, FieldCipher } from '@huanbao/platform';
import { In } from 'typeorm';
import { PHONE_CONTEXT } from './contact-phone';
import { AppUser, Membership, Organisation, Site } from './identity.entity';

export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

const STANDING_SQL = `
  SELECT o.status, o.region_code AS "regionCode", coalesce(m.roles, '{}') AS roles,
         ARRAY(SELECT d.id::text FROM mandate d JOIN organisation e ON e.id = d.enterprise_id
                WHERE d.firm_id = o.id AND d.state = 'active' AND $5::date BETWEEN d.valid_from AND d.valid_to
                  AND o.status = 'active' AND e.status NOT IN ('suspended', 'rejected')) AS mandates
    FROM user_session s
    LEFT JOIN membership m ON m.user_id = s.user_id AND m.org_id = $3
    LEFT JOIN organisation o ON o.id = m.org_id
   WHERE s.id = $1 AND s.user_id = $2 AND s.ended_at IS NULL AND s.expires_at > $4
     AND s.last_seen_at > $4::timestamptz - make_interval(mins => s.idle_minutes) AND ($3::uuid IS NULL OR m.user_id IS NOT NULL)`;

interface StandingRow {
  readonly status: string | null;
  readonly regionCode: string | null;
  readonly roles: string[];
  readonly mandates: string[];
}

const same = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && [...one].sort().join() === [...other].sort().join();

/** Who is who, for the other rooms. Reads only. */
@Injectable()
export class Directory {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {}

  /** The contact of an organisation in clear. Who calls has decided that the actor may: it is the organisation's own word about itself. */
  contactOf({ contactName, contactPhoneCipher }: Organisation): { name: string; phone: string | null } {
    return { name: contactName, phone: contactPhoneCipher && this.cipher.decrypt(contactPhoneCipher, PHONE_CONTEXT) };
  }

  organisation(id: string): Promise<Organisation | null> {
    return this.db.repo(Organisation).findOneBy({ id });
  }

  organisationByUscc(uscc: string, kind: Organisation['kind']): Promise<Organisation | null> {
    return this.db.repo(Organisation).createQueryBuilder('o').where(`o.uscc = :uscc AND o.kind = :kind AND o.status NOT IN ('rejected', 'known')`, { uscc, kind }).getOne();
  }

  async organisations(ids: readonly string[]): Promise<Map<string, Organisation>> {
    const rows = ids.length === 0 ? [] : await this.db.repo(Organisation).findBy({ id: In([...ids]) });
    return new Map(rows.map(row => [row.id, row]));
  }

  async sites(ids: readonly string[]): Promise<Map<string, Site>> {
    const rows = ids.length === 0 ? [] : await this.db.repo(Site).findBy({ id: In([...ids]) });
    return new Map(rows.map(row => [row.id, row]));
  }

  membersOf(orgId: string, { roles }: { readonly roles?: readonly string[] } = {}): Promise<Person[]> {
    return this.db.query<Person>(
      `SELECT u.id AS "userId", u.name, u.email FROM membership m JOIN app_user u ON u.id = m.user_id
        WHERE m.org_id = $1 AND ($2::text[] IS NULL OR m.roles && $2) ORDER BY u.id`,
      [orgId, roles ?? null],
    );
  }

  /** People who carry a role in an active organisation whose region covers `regionCode`. */
  async userIdsWithRole(role: string, regionCode?: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT DISTINCT m.user_id AS id FROM membership m JOIN organisation o ON o.id = m.org_id
        WHERE $1 = ANY(m.roles) AND o.status = 'active' AND ($2::text IS NULL OR $2 LIKE o.region_code || '%') ORDER BY 1`,
      [role, regionCode ?? null],
    );
    return rows.map(row => row.id);
  }

  /** The organisation each person belongs to; the oldest membership where there are several. */
  async organisationOfUsers(userIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ userId: string; orgId: string }>(
      `SELECT DISTINCT ON (user_id) user_id AS "userId", org_id AS "orgId" FROM membership WHERE user_id = ANY($1::uuid[]) ORDER BY user_id, created_at`,
      [[...userIds]],
    );
    return new Map(rows.map(row => [row.userId, row.orgId]));
  }

  /**
   * Whether an actor built some time ago would be built the same now: session, membership, roles, region, standing of the
   * organisation, mandates. For connections that stay open. Asking does not count as using the session.
   */
  async standsAs(actor: Actor): Promise<boolean> {
    const [row] = await this.db.query<StandingRow>(STANDING_SQL, [actor.sessionId, actor.userId, actor.orgId, this.clock.now(), this.clock.today()]);
    if (!row) return false;
    const covers = actor.orgKind === 'bureau' || actor.orgKind === 'department';
    const roles = covers && (row.status === 'suspended' || row.status === 'rejected') ? [] : row.roles;
    return (
      actor.orgActive === (row.status === 'active') && same(actor.roles, roles) && same(actor.delegations.map(each => each.id), row.mandates) &&
      (!covers || same(actor.regions, row.regionCode ? [row.regionCode] : []))
    );
  }

  /** Firms that hold a mandate of the enterprise for the matter today; with a site, only those whose mandate covers it. */
  async delegateOrgs(enterpriseId: string, matter: string, site: string | null = null): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT DISTINCT m.firm_id AS id FROM mandate m JOIN organisation f ON f.id = m.firm_id
        WHERE m.enterprise_id = $1 AND m.state = 'active' AND f.status = 'active' AND $2 = ANY(m.matters) AND $3::date BETWEEN m.valid_from AND m.valid_to
          AND ($4::text IS NULL OR m.sites IS NULL OR $4 = ANY(m.sites)) ORDER BY 1`,
      [enterpriseId, matter, this.clock.today(), site],
    );
    return rows.map(row => row.id);
  }

  /** Persons by id; who is unknown is missing. */
  async users(ids: readonly string[]): Promise<Map<string, Person>> {
    const rows = await this.db.query<Person>('SELECT id AS "userId", name, email FROM app_user WHERE id = ANY ($1::uuid[])', [[...ids]]);
    return new Map(rows.map(row => [row.userId, row]));
  }

  /** Whether the person is a member of one of these organisations. */
  belongsToAny(userId: string, orgIds: readonly string[]): Promise<boolean> {
    return this.db.repo(Membership).existsBy({ userId, orgId: In([...orgIds]) });
  }

  /** People who belong to two of these organisations: one entry a pair. Names are masked but for the family name. */
  async sharedMembers(orgIds: readonly string[]): Promise<{ readonly name: string; readonly orgIds: readonly [string, string] }[]> {
    const rows = await this.db.query<{ name: string; one: string; other: string }>(
      `SELECT left(u.name, 1) || '**' AS name, a.org_id AS one, b.org_id AS other FROM membership a JOIN membership b ON b.user_id = a.user_id AND b.org_id > a.org_id JOIN app_user u ON u.id = a.user_id
        WHERE a.org_id = ANY($1::uuid[]) AND b.org_id = ANY($1::uuid[]) ORDER BY a.org_id, b.org_id, u.id`,
      [[...orgIds]],
    );
    return rows.map(row => ({ name: row.name, orgIds: [row.one, row.other] as const }));
  }

  /** Ids of persons and of organisations whose name or account contains the text; at most `most` of each. */
  async idsLike(text: string, most: number): Promise<string[]> {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.db.query<{ id: string }>(
      `(SELECT id FROM app_user WHERE name ILIKE $1 OR email ILIKE $1 ORDER BY id LIMIT $2) UNION ALL (SELECT id FROM organisation WHERE name ILIKE $1 ORDER BY id LIMIT $2)`,
      [pattern, most],
    );
    return rows.map(row => row.id);
  }

  async user(id: string): Promise<(Person & { readonly preferences: AppUser['preferences'] }) | null> {
    const user = await this.db.repo(AppUser).findOneBy({ id });
    return user && { userId: user.id, name: user.name, email: user.email, preferences: user.preferences };
  }
}
