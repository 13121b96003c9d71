import { Injectable, OnModuleInit } from '@nestjs/common';
import { catalogueOn, CATALOGUES } from '@huanbao/standards';
import { Actor, Db } from '@huanbao/platform';
import { lastDayBefore, ownRow, ReferenceBook, ReferenceItem, ReferenceSources, type Successor } from '@huanbao/reference';
import { DischargeStandard, LimitStandard } from '../limit-standard.entity';
import { ProcedurePeriod } from '../life/procedure-period.entity';
import { PERIOD_TITLES } from '../reference/periods';
import type { AutomaticFactor, LeastFrequency, ReviewContext, StandardHead } from '../review/rule';
import { AUTOMATIC_FACTORS } from '../reference/automatic';
import { FUEL_CLASSES } from '../reference/fuels';
import { LEAST_FREQUENCIES } from '../reference/frequencies';
import { nameOfLimit } from './limit-names';
import type { Book, StoredLimit } from './plan-changes';

const COLUMNS = `
  l.id, l.standard, l.title, l.medium, l.source, l.pollutant, trim_scale(l.value)::text AS value, l.unit, l.tier, l.verified, l.note, l.industry, l.fuel, l.variant,
  l.build_period AS "buildPeriod", l.built_since::text AS "builtSince", l.discharge, l.averaging, trim_scale(l.base_oxygen)::text AS "baseOxygen", l.legal_basis AS "legalBasis", l.origin`;

export type LimitReference = Pick<ReviewContext, 'limits' | 'standards' | 'frequencies' | 'automatic' | 'fuels' | 'verifiedCatalogues'>;

/** The reference limits as the rules read them, and what this room tells the work list of unverified data. */
@Injectable()
export class LimitTable implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly book: ReferenceBook,
    private readonly sources: ReferenceSources,
  ) {}

  onModuleInit(): void {
    this.book.keep('monitoring-frequency', { zh: '自行监测最低频次', en: 'Least monitoring frequencies' }, LEAST_FREQUENCIES);
    this.book.keep('automatic-monitoring', { zh: '应当自动监测的污染物', en: 'Pollutants monitored automatically' }, AUTOMATIC_FACTORS);
    this.book.keep('fuel-class', { zh: '燃料种类的识别词', en: 'Words by which fuels are told' }, FUEL_CLASSES);
    this.book.keep('permit-catalogue', { zh: '排污许可分类管理名录', en: 'Catalogues of permit classes' }, CATALOGUES.map(one => ({
      key: one.effectiveFrom, title: one.basis.zh, value: one.edition, unit: '版', effectiveFrom: one.effectiveFrom, effectiveTo: one.effectiveTo, legalBasis: one.basis.zh, verified: one.verified,
      origin: '照公布文本录入，未由第二人逐条核对', note: `${one.entries.length} 个条目`,
    })));
    this.sources.register({ kind: 'limit', title: { zh: '排放限值', en: 'Emission limits' }, list: () => this.limitItems(), mark: (key, verified, actor) => this.markLimit(key, verified, actor) });
    this.sources.register({ kind: 'standard', title: { zh: '排放标准', en: 'Emission standards' }, list: () => this.standardItems(), mark: (key, verified) => this.markStandard(key, verified) });
    this.sources.register({ kind: 'procedure-period', title: { zh: '办理期限', en: 'Procedure periods' }, list: () => this.periodItems(), mark: (key, verified) => this.markPeriod(key, verified), editing: { whole: true }, locked: async key => periodOrNull(await this.lockPeriod(key)), succeed: (key, next) => this.succeedPeriod(key, next) });
  }

  /** Limits and standards as they are, dates as entered: what a change starts from. */
  async stored(): Promise<Book> {
    const limits = await this.db.query<StoredLimit>(`SELECT ${COLUMNS}, l.valid_from::text AS "validFrom", l.valid_to::text AS "validTo" FROM limit_standard l WHERE l.superseded_at IS NULL ORDER BY l.id`);
    return { limits, standards: await this.standards() };
  }

  /** What the rules judge by on a day. */
  async reference(day: string): Promise<LimitReference> {
    const book = await this.stored();
    const on = async (kind: string) => (await this.book.rows(kind)).filter(row => row.effectiveFrom <= day && (row.effectiveTo === null || row.effectiveTo >= day));
    const frequencies = await on('monitoring-frequency');
    const automatic = (await on('automatic-monitoring')).map(({ key, value }): AutomaticFactor => ({ key, level: value === '应当' ? 'E' : 'W' }));
    const fuels = (await on('fuel-class')).map(({ key, value }) => ({ key, value }));
    const catalogue = catalogueOn(day)?.effectiveFrom;
    const verified = (await this.book.rows('permit-catalogue')).filter(row => row.verified && row.key === catalogue).map(row => row.key);
    return { ...inForce(book), frequencies: frequencies.map(({ key, value, verified: sure }): LeastFrequency => ({ key, value, verified: sure })), automatic, fuels, verifiedCatalogues: verified };
  }

  standards(): Promise<StandardHead[]> {
    return this.db.query<StandardHead>(`SELECT code, title, in_force_from::text AS "inForceFrom", in_force_to::text AS "inForceTo", replaced_by AS "replacedBy", verified FROM discharge_standard ORDER BY id`);
  }

  private async limitItems(): Promise<ReferenceItem[]> {
    return (await this.stored()).limits.map(limitItem);
  }

  private async markLimit(key: string, verified: boolean, actor: Actor): Promise<ReferenceItem | null> {
    const row = UUID.test(key) ? await this.db.lock(LimitStandard, { id: key }) : null;
    if (!row || row.supersededAt !== null) return null;
    if (verified && row.proposedBy === actor.userId) throw ownRow();
    await this.db.repo(LimitStandard).update({ id: key }, { verified });
    return limitItem(row);
  }

  private async standardItems(): Promise<ReferenceItem[]> {
    return (await this.db.repo(DischargeStandard).find({ order: { code: 'ASC' } })).map(standardItem);
  }

  private async markStandard(key: string, verified: boolean): Promise<ReferenceItem | null> {
    const row = UUID.test(key) ? await this.db.lock(DischargeStandard, { id: key }) : null;
    if (!row) return null;
    await this.db.repo(DischargeStandard).update({ id: key }, { verified });
    return standardItem(row);
  }

  private async periodItems(): Promise<ReferenceItem[]> {
    return (await this.db.repo(ProcedurePeriod).find({ order: { code: 'ASC', effectiveFrom: 'ASC' } })).map(periodItem);
  }

  private async markPeriod(key: string, verified: boolean): Promise<ReferenceItem | null> {
    const row = await this.lockPeriod(key);
    if (row) await this.db.repo(ProcedurePeriod).update({ code: row.code, effectiveFrom: row.effectiveFrom }, { verified });
    return periodOrNull(row);
  }

  private async lockPeriod(key: string): Promise<ProcedurePeriod | null> {
    const [code = '', effectiveFrom = ''] = key.split('|');
    return /^\d{4}-\d\d-\d\d$/.test(effectiveFrom) ? this.db.lock(ProcedurePeriod, { code, effectiveFrom }) : null;
  }

  /** A case keeps the rows of the day on which it was handed in: only what begins from that day on takes the new one. */
  private async succeedPeriod(key: string, next: Successor): Promise<string> {
    const old = await this.lockPeriod(key);
    if (!old) throw new Error(`period ${key} is gone`);
    const { code, effectiveFrom } = old;
    const last = lastDayBefore(next.effectiveFrom);
    await this.db.repo(ProcedurePeriod).update({ code, effectiveFrom }, { effectiveTo: old.effectiveTo !== null && old.effectiveTo < last ? old.effectiveTo : last });
    await this.db.repo(ProcedurePeriod).insert({ code, effectiveFrom: next.effectiveFrom, effectiveTo: next.effectiveTo, workdays: Number(next.value), legalBasis: next.legalBasis, verified: false, note: next.note });
    return `${code}|${next.effectiveFrom}`;
  }
}

const periodOrNull = (row: ProcedurePeriod | null): ReferenceItem | null => row && periodItem(row);
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** A limit holds only while its standard does. */
export function inForce({ limits, standards }: Book): Book {
  const heads = new Map(standards.map(one => [one.code, one]));
  return {
    standards,
    limits: limits.flatMap(row => {
      const head = heads.get(row.standard);
      const validFrom = head?.inForceFrom && head.inForceFrom > row.validFrom ? head.inForceFrom : row.validFrom;
      const validTo = head?.inForceTo && (row.validTo === null || head.inForceTo < row.validTo) ? head.inForceTo : row.validTo;
      return validTo !== null && validTo < validFrom ? [] : [{ ...row, validFrom, validTo }];
    }),
  };
}

function limitItem(row: StoredLimit | LimitStandard): ReferenceItem {
  return {
    key: row.id, title: nameOfLimit(row), value: row.value, unit: row.unit, effectiveFrom: row.validFrom, effectiveTo: row.validTo,
    legalBasis: [`${row.standard}《${row.title}》`, row.legalBasis].filter(Boolean).join(' '), verified: row.verified, origin: row.origin ?? null, note: row.note,
  };
}

const standardItem = (row: DischargeStandard): ReferenceItem => ({
  key: row.id, title: `${row.code}《${row.title}》`, value: row.replacedBy ? `由 ${row.replacedBy} 代替` : row.replaces ? `代替 ${row.replaces}` : '施行日期', unit: '', effectiveFrom: row.inForceFrom, effectiveTo: row.inForceTo,
  legalBasis: row.code, verified: row.verified, origin: row.origin, note: row.note,
});

const periodItem = (row: ProcedurePeriod): ReferenceItem => ({
  key: `${row.code}|${row.effectiveFrom}`, title: PERIOD_TITLES[row.code] ?? row.code, value: String(row.workdays), unit: '个工作日', effectiveFrom: row.effectiveFrom, effectiveTo: row.effectiveTo,
  legalBasis: row.legalBasis, verified: row.verified, origin: null, note: row.note,
});
