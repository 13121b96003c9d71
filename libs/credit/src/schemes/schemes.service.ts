import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, newId, notFound, stale, violatedConstraint } from '@huanbao/platform';
import { CreditScheme, CreditSchemeRow } from '../credit.entity';
import { schemeBegun, schemeFaults, schemeOverlaps, schemeState, schemeTwoPersons } from '../credit.errors';
import { faultsOf } from '../engine/compile';
import { dayAfter } from '../engine/ledger';
import type { CopySchemeDto, SchemeRowsDto } from './scheme.dto';

/** Schemes are drafted by one person and published by another; what has begun is never changed. */
@Injectable()
export class SchemesService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A draft with the rows of another version of the same scheme. */
  copy(actor: Actor, id: string, { title, legalBasis, effectiveFrom }: CopySchemeDto): Promise<CreditScheme> {
    return this.write(async () => {
      const from = await this.db.repo(CreditScheme).findOneBy({ id });
      if (!from) throw notFound();
      const { key, subjectKind, method } = from;
      const scheme: CreditScheme = { id: newId(), key, subjectKind, method, title, legalBasis, state: 'draft', effectiveFrom, effectiveTo: null, basedOn: id, additions: [], version: 1, createdBy: actor.userId, createdByName: actor.name, createdAt: this.clock.now(), publishedBy: null, publishedByName: null, publishedAt: null };
      await this.db.repo(CreditScheme).insert(scheme);
      const rows = await this.db.repo(CreditSchemeRow).find({ where: { schemeId: id }, order: { position: 'ASC' } });
      await this.db.repo(CreditSchemeRow).insert(rows.map(row => ({ ...row, id: newId(), schemeId: scheme.id })) as object[]);
      await this.audited(actor, scheme, 'draft', { from: id });
      return scheme;
    });
  }

  /** All rows of a draft, whole. A row that is as it was keeps who compared it. Faults are kept in a draft and keep it from being published. */
  setRows(actor: Actor, id: string, { rows }: SchemeRowsDto, version: number): Promise<CreditScheme> {
    return this.write(async () => {
      const scheme = await this.draft(id, version);
      const doubled = faultsOf({ key: scheme.key, method: scheme.method, rows: rows.map(row => ({ ...row, verified: false, note: row.note ?? null })) }).filter(fault => fault.code === 'double');
      if (doubled.length > 0) throw schemeFaults(doubled);
      const before = new Map((await this.db.repo(CreditSchemeRow).findBy({ schemeId: id })).map(row => [`${row.kind}:${row.code}`, row]));
      await this.db.repo(CreditSchemeRow).delete({ schemeId: id });
      await this.db.repo(CreditSchemeRow).insert(rows.map((row, position) => {
        const old = before.get(`${row.kind}:${row.code}`);
        const same = old !== undefined && old.value === row.value && old.legalBasis === row.legalBasis && canonical(old.attributes) === canonical(row.attributes);
        return { ...row, id: newId(), schemeId: id, position, note: row.note ?? null, verified: same && old.verified, origin: same ? old.origin : `${actor.name}起草` };
      }) as object[]);
      await this.bump(scheme, {});
      await this.audited(actor, scheme, 'rows', { rows: rows.length });
      return scheme;
    });
  }

  /** By somebody else than who drafted it. The version before ends the day before. */
  publish(actor: Actor, id: string, version: number): Promise<CreditScheme> {
    return this.write(async () => {
      const scheme = await this.draft(id, version);
      if (scheme.createdBy === actor.userId) throw schemeTwoPersons();
      if (scheme.effectiveFrom <= this.clock.today()) throw schemeBegun();
      const faults = faultsOf({ key: scheme.key, method: scheme.method, rows: await this.db.repo(CreditSchemeRow).findBy({ schemeId: id }) });
      if (faults.length > 0) throw schemeFaults(faults);
      await this.db.query(`UPDATE credit_scheme SET effective_to = $3, version = version + 1 WHERE key = $1 AND state = 'published' AND effective_from < $2 AND effective_to IS NULL`, [scheme.key, scheme.effectiveFrom, dayAfter(scheme.effectiveFrom, -1)]);
      await this.bump(scheme, { state: 'published', publishedBy: actor.userId, publishedByName: actor.name, publishedAt: this.clock.now() });
      await this.audited(actor, scheme, 'publish', { effectiveFrom: scheme.effectiveFrom });
      return scheme;
    });
  }

  withdraw(actor: Actor, id: string, version: number): Promise<CreditScheme> {
    return this.write(async () => {
      const scheme = await this.draft(id, version);
      await this.bump(scheme, { state: 'withdrawn' });
      await this.audited(actor, scheme, 'withdraw', {});
      return scheme;
    });
  }

  private async draft(id: string, version: number): Promise<CreditScheme> {
    const scheme = await this.db.lock(CreditScheme, { id });
    if (!scheme) throw notFound();
    if (scheme.state !== 'draft') throw schemeState();
    if (scheme.version !== version) throw stale();
    return scheme;
  }

  private async bump(scheme: CreditScheme, change: Partial<CreditScheme>): Promise<void> {
    Object.assign(scheme, change, { version: scheme.version + 1 });
    await this.db.repo(CreditScheme).update({ id: scheme.id }, { ...change, version: scheme.version });
  }

  private audited(actor: Actor, { id, key, title }: CreditScheme, step: string, details: object): Promise<void> {
    return this.audit.record({ actor, action: `credit-scheme.${step}`, subject: { type: 'credit-scheme', id }, details: { key, title, ...details } });
  }

  private async write<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      if (violatedConstraint(error) === 'credit_scheme_overlap') throw schemeOverlaps();
      throw error;
    }
  }
}

/** Members in one order, as jsonb gives them back in its own. */
const canonical = (value: unknown): string => JSON.stringify(value, (_, one: unknown) => (one && typeof one === 'object' && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one));
