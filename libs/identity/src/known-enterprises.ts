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

/** What hangs on a known enterprise moves to the verified one: rows of a room, from one id to the other, site by site. */
export interface Adoption {
  readonly from: string;
  readonly to: string;
  /** Sites of the known one and those that take their place. */
  readonly sites: readonly { readonly from: string; readonly to: string }[];
}

type Adopt = (adoption: Adoption) => Promise<void>;

/**
 * Enterprises the bureau knows before they come to the platform (政府名单). Such a row has no people. A registration with its
 * credit code stands beside it and has nothing of it, for anyone can type a code; when the bureau has verified that
 * registration, it takes over everything that hangs on the known one, in the same transaction.
 */
@Injectable()
export class KnownEnterprises {
  private readonly rooms: Adopt[] = [];

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** A room says how its rows move to the verified enterprise. */
  onClaim(adopt: Adopt): void {
    this.rooms.push(adopt);
  }

  /** The enterprises on which the permits with these codes hang: verified ones, else known ones. */
  async byUscc(codes: readonly string[]): Promise<Map<string, Organisation>> {
    const rows = await this.db.repo(Organisation).createQueryBuilder('o')
      .where(`o.uscc = ANY(:codes) AND o.kind = 'enterprise' AND o.status IN ('known', 'active', 'suspended')`, { codes: [...codes] })
      // a verified one comes after a known one, so that it is the one that stays in the map
      .orderBy(`o.status = 'known'`, 'DESC').addOrderBy('o.id').getMany();
    return new Map(rows.map(row => [row.uscc as string, row]));
  }

  /** Enterprises nobody has verified become known; the others stay as they are. Inside the caller's transaction. */
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

  /** The verified enterprise takes over what hangs on the known one with its code. Inside the transaction of the verification. */
  async claim(verified: Organisation): Promise<void> {
    if (verified.kind !== 'enterprise' || verified.uscc === null) return;
    const known = await this.db.lock(Organisation, { uscc: verified.uscc, kind: 'enterprise', status: 'known' });
    if (!known) return;
    const old = await this.db.repo(Site).findBy({ orgId: known.id });
    const sites = await this.sitesOf(old.map(({ sequence, name, address }) => ({ orgId: verified.id, sequence, name, address })));
    const adoption = { from: known.id, to: verified.id, sites: old.map(one => ({ from: one.id, to: (sites.get(`${verified.id} ${one.sequence}`) as Site).id })) };
    for (const adopt of this.rooms) await adopt(adoption);
    await this.forget([known.id]);
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
