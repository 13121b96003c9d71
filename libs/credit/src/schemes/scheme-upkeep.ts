import { Injectable } from '@nestjs/common';
import { Audit, Clock, Db, newId, Outbox, SYSTEM_USER_ID, systemActor } from '@huanbao/platform';
import { CreditScheme, CreditSchemeRow } from '../credit.entity';
import { creditSchemeProposed } from '../credit.events';
import { dayAfter } from '../engine/ledger';
import { missingRows, nameOf, withAdditions } from './additions';
import type { ShippedScheme } from './shipped';
import type { ShippedRow } from './shipped-rows';

/** A version is published before its first day: a proposal leaves time to look at it, and is copied to another day after that. */
const DAYS_TO_DECIDE = 30;
const later = (one: string, other: string): string => (one > other ? one : other);

interface Addition {
  readonly shipped: ShippedScheme;
  /** The newest version: what it says stays, to the letter. */
  readonly newest: CreditScheme;
  readonly missing: readonly ShippedRow[];
  readonly from: string;
}

/**
 * Rows that were added to a shipped scheme later reach a stored one by a further dated version: no past day is scored otherwise than
 * before. Where nobody had a hand in the scheme the version is published from tomorrow; otherwise it is a draft, and somebody of the bureau decides.
 */
@Injectable()
export class SchemeUpkeep {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the caller. Does nothing the second time. */
  async bring(shipped: ShippedScheme): Promise<void> {
    const versions = await this.locked(shipped.key);
    const newest = versions.filter(one => one.state === 'published').at(-1);
    if (!newest) return;
    const missing = missingRows(shipped.rows, await this.known(versions));
    if (missing.length === 0) return;
    const untouched = versions.every(one => one.state !== 'published' || (one.createdBy === SYSTEM_USER_ID && one.publishedBy === SYSTEM_USER_ID));
    const from = later(dayAfter(this.clock.today(), untouched ? 1 : DAYS_TO_DECIDE), dayAfter(newest.effectiveFrom, 1));
    await (untouched ? this.publish({ shipped, newest, missing, from }) : this.propose({ shipped, newest, missing, from }));
  }

  private async locked(key: string): Promise<CreditScheme[]> {
    return this.db.repo(CreditScheme).createQueryBuilder('s').where('s.key = :key', { key }).orderBy('s.effectiveFrom').addOrderBy('s.id').setLock('pessimistic_write').getMany();
  }

  private async known(versions: readonly CreditScheme[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ name: string }>(`SELECT DISTINCT kind || ':' || code AS name FROM credit_scheme_row WHERE scheme_id = ANY($1::uuid[])`, [versions.map(one => one.id)]);
    return new Set([...rows.map(row => row.name), ...versions.flatMap(one => one.additions)]);
  }

  private async publish(addition: Addition): Promise<void> {
    const { newest, from } = addition;
    await this.db.repo(CreditScheme).update({ id: newest.id }, { effectiveTo: dayAfter(from, -1), version: newest.version + 1 });
    await this.insert(addition, { state: 'published', basedOn: null, publishedBy: SYSTEM_USER_ID, publishedByName: '平台', publishedAt: this.clock.now() });
  }

  private async propose(addition: Addition): Promise<void> {
    const draft = await this.insert(addition, { state: 'draft', basedOn: addition.newest.id, publishedBy: null, publishedByName: null, publishedAt: null });
    await this.outbox.publish(creditSchemeProposed, { schemeId: draft.id });
  }

  private async insert({ shipped, newest, missing, from }: Addition, end: Pick<CreditScheme, 'state' | 'basedOn' | 'publishedBy' | 'publishedByName' | 'publishedAt'>): Promise<CreditScheme> {
    const { key, subjectKind, method, title, legalBasis } = newest;
    const scheme: CreditScheme = { id: newId(), key, subjectKind, method, title, legalBasis, effectiveFrom: from, effectiveTo: null, additions: missing.map(nameOf), version: 1, createdBy: SYSTEM_USER_ID, createdByName: '平台', createdAt: this.clock.now(), ...end };
    await this.db.repo(CreditScheme).insert(scheme);
    const stored = await this.db.repo(CreditSchemeRow).find({ where: { schemeId: newest.id }, order: { position: 'ASC' } });
    const rows = withAdditions(stored, shipped.rows, missing).map((row, position) => ({ ...row, id: newId(), schemeId: scheme.id, position }));
    await this.db.repo(CreditSchemeRow).insert(rows as object[]);
    await this.audit.record({ actor: systemActor('credit'), action: `credit-scheme.additions-${end.state === 'draft' ? 'proposed' : 'published'}`, subject: { type: 'credit-scheme', id: scheme.id }, details: { key, effectiveFrom: from, additions: scheme.additions, before: newest.id } });
    return scheme;
  }
}
