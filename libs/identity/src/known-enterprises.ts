import { Injectable } from '@nestjs/common';
import { Clock, Db, newId } from '@huanbao/platform';
import { Organisation, Site } from './identity.entity';
import { recordStanding } from './standing';

/** What a list tells of an enterprise that has not registered. */
export interface KnownEnterprise {
  readonly uscc: string;
  readonly name: string;
  readonly address: string;
  readonly legalRepresentative: string;
  readonly regionCode: string;
}

/**
 * Enterprises the bureau knows before they come to the platform (政府名单). Such a row has no people; whoever registers
 * with its credit code takes the row over with everything that hangs on it, and waits for verification like everybody.
 * Where that registration is rejected, the next one with the code may take it over again.
 */
@Injectable()
export class KnownEnterprises {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The enterprises with these credit codes that live here in any standing, or wait to be claimed. */
  async byUscc(codes: readonly string[]): Promise<Map<string, Organisation>> {
    const rows = await this.db.repo(Organisation).createQueryBuilder('o')
      .where(`o.uscc = ANY(:codes) AND o.kind = 'enterprise' AND (o.status <> 'rejected' OR o.knownSince IS NOT NULL)`, { codes: [...codes] })
      // a living one comes after a rejected one, so that it is the one that stays in the map
      .orderBy(`o.status = 'rejected'`, 'DESC').addOrderBy('o.id').getMany();
    return new Map(rows.map(row => [row.uscc as string, row]));
  }

  /** Enterprises nobody has heard of become known; the others stay as they are. Inside the caller's transaction. */
  async know(given: readonly KnownEnterprise[], by: string): Promise<Map<string, Organisation>> {
    const there = await this.byUscc(given.map(one => one.uscc));
    const fresh = [...new Map(given.map(one => [one.uscc, one])).values()].filter(one => !there.has(one.uscc));
    const now = this.clock.now();
    const made = fresh.map(one => this.db.repo(Organisation).create({
      ...one, id: newId(), kind: 'enterprise', status: 'known', statusReason: null, contactName: '', contactPhoneCipher: null, knownSince: now, version: 1, createdAt: now, updatedAt: now,
    }));
    if (made.length > 0) await this.db.repo(Organisation).insert(made);
    for (const organisation of made) await recordStanding(this.db, { organisation, from: null, by });
    return new Map([...there, ...made.map(one => [one.uscc as string, one] as const)]);
  }

  /** The row that a registration with this code takes over, under lock; earlier members of a rejected one leave it. */
  async claimable(uscc: string): Promise<Organisation | null> {
    const known = await this.db.repo(Organisation).createQueryBuilder('o').setLock('pessimistic_write')
      .where(`o.uscc = :uscc AND o.kind = 'enterprise' AND o.knownSince IS NOT NULL AND o.status IN ('known', 'rejected')`, { uscc }).orderBy('o.id').getOne();
    if (known) await this.db.query('DELETE FROM membership WHERE org_id = $1', [known.id]);
    return known;
  }

  /** Takes back those that are still only known; the caller has seen that nothing hangs on them. */
  async forget(ids: readonly string[]): Promise<void> {
    const rows = await this.db.query<{ id: string }>(`SELECT id FROM organisation WHERE id = ANY($1::uuid[]) AND status = 'known' FOR UPDATE`, [[...ids]]);
    const known = rows.map(row => row.id);
    if (known.length === 0) return;
    await this.db.query('DELETE FROM site WHERE org_id = ANY($1::uuid[])', [known]);
    await this.db.query('DELETE FROM organisation_standing WHERE org_id = ANY($1::uuid[])', [known]);
    await this.db.query('DELETE FROM organisation WHERE id = ANY($1::uuid[])', [known]);
  }

  /** The sites with these numbers, made where they are missing. Inside the caller's transaction. */
  async sitesOf(wanted: readonly { readonly orgId: string; readonly sequence: number; readonly name: string; readonly address: string }[]): Promise<Map<string, Site>> {
    if (wanted.length === 0) return new Map();
    const columns = [wanted.map(() => newId()), wanted.map(one => one.orgId), wanted.map(one => one.sequence), wanted.map(one => one.name), wanted.map(one => one.address)];
    await this.db.query(
      `INSERT INTO site (id, org_id, sequence, name, address, created_at)
       SELECT *, $6::timestamptz FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[]) ON CONFLICT ON CONSTRAINT site_sequence DO NOTHING`, [...columns, this.clock.now()]);
    const sites = await this.db.repo(Site).createQueryBuilder('s').where('s.orgId = ANY(:ids)', { ids: columns[1] }).getMany();
    return new Map(sites.map(site => [`${site.orgId} ${site.sequence}`, site]));
  }
}
