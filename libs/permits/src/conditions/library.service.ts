import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, decodeCursor, newId, notFound, Page, stale, toPage, violatedConstraint } from '@huanbao/platform';
import { PermitCondition } from '../life/permit-limit.entity';
import type { ConditionExportDto, ConditionListDto, CreateConditionDto, NewConditionVersionDto, RetireConditionDto } from './condition.dto';
import { LibraryCondition } from './condition.entity';
import { LibraryConditionDetailView, LibraryConditionView, libraryView, templateOf } from './condition.view';
import { codeTaken, conditionRetired, libraryFault } from './conditions.errors';
import { libraryPolicy } from './conditions.policy';
import { contentFaults } from './content-faults';
import { dayBeforeNow } from './days';

const DEFAULT_LIMIT = 20;
const KIND: Readonly<Record<string, string>> = { operation: '设施运行维护', monitoring: '自行监测', ledger: '台账', report: '执行报告', disclosure: '信息公开', 'special-period': '特殊时段', improvement: '整改提升', other: '其他' };
const SUBJECT: Readonly<Record<string, string>> = { site: '全厂', outlet: '排放口', facility: '设施' };
const STATE: Readonly<Record<string, string>> = { 'in-force': '现行', 'to-come': '待生效', retired: '已停用', replaced: '已有新版' };

const COLUMNS: readonly SheetColumn<LibraryConditionView>[] = [
  { header: '编号', width: 10, of: row => row.code },
  { header: '版本', width: 6, of: row => row.version },
  { header: '名称', width: 28, of: row => row.title },
  { header: '类别', width: 14, of: row => KIND[row.kind] ?? row.kind },
  { header: '适用对象', width: 10, of: row => SUBJECT[row.subject] ?? row.subject },
  { header: '条件正文', width: 80, of: row => row.text },
  { header: '周期性事项', width: 40, of: row => row.duty?.content ?? null },
  { header: '依据', width: 50, of: row => row.legalBasis },
  { header: '是否核实', width: 10, of: row => (row.verified ? '已核实' : '未核实') },
  { header: '生效日期', width: 12, of: row => row.effectiveFrom },
  { header: '停用日期', width: 12, of: row => row.effectiveTo },
  { header: '状态', width: 10, of: row => STATE[row.state] ?? row.state },
];

/** The bureau's library of permit conditions: every version is kept, none is written over. */
@Injectable()
export class ConditionLibrary {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The newest version of each code; with `state: in-force` the one laid down today. */
  async list(filter: ConditionListDto): Promise<Page<LibraryConditionView>> {
    const [limit, today] = [filter.limit ?? DEFAULT_LIMIT, this.clock.today()];
    const query = this.db.repo(LibraryCondition).createQueryBuilder('c').limit(limit + 1);
    if (filter.state === 'in-force') query.where('c.effectiveFrom <= :today AND (c.effectiveTo IS NULL OR c.effectiveTo > :today)', { today });
    else query.where('c.isCurrent');
    if (filter.state === 'retired') query.andWhere('c.effectiveTo <= :today', { today });
    if (filter.state === 'to-come') query.andWhere('c.effectiveFrom > :today AND (c.effectiveTo IS NULL OR c.effectiveTo > :today)', { today });
    if (filter.kind) query.andWhere('c.kind = :kind', { kind: filter.kind });
    if (filter.subject) query.andWhere('c.subject = :subject', { subject: filter.subject });
    if (filter.verified !== undefined) query.andWhere('c.verified = :verified', { verified: filter.verified });
    if (filter.recurring !== undefined) query.andWhere(`(c.duty IS NOT NULL) = :recurring`, { recurring: filter.recurring });
    if (filter.q) query.andWhere(containsWords('c.search', ':q'), { q: filter.q });
    const sort = filter.sort ?? 'code';
    const [column, down] = [sort.endsWith('code') ? 'code' : 'effectiveFrom', sort.startsWith('-')] as const;
    query.orderBy(`c.${column}`, down ? 'DESC' : 'ASC').addOrderBy('c.id', down ? 'DESC' : 'ASC');
    const after = decodeCursor(filter.cursor, 2);
    if (after) query.andWhere(`(c.${column}, c.id) ${down ? '<' : '>'} (CAST(:key AS ${column === 'code' ? 'text' : 'date'}), CAST(:id AS uuid))`, { key: after[0], id: after[1] });
    return toPage(await query.getMany(), limit, row => [row[column], row.id], row => libraryView(row, today));
  }

  async export(actor: Actor, filter: ConditionExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'condition.export', subject: { type: 'condition-library', id: actor.orgId ?? actor.userId }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '许可条件库', title: '许可条件库', columns: COLUMNS }, allPages((cursor, limit) => this.list({ ...filter, cursor, limit })));
  }

  /** @throws 404 for a code nobody gave */
  async detail(actor: Actor, code: string): Promise<LibraryConditionDetailView> {
    const today = this.clock.today();
    const rows = await this.db.repo(LibraryCondition).find({ where: { code }, order: { version: 'DESC' } });
    const [current] = rows;
    if (!current) throw notFound();
    const permits = await this.db.repo(PermitCondition).createQueryBuilder('c').select('count(DISTINCT c.permitId)::int', 'n')
      .where('c.libraryCode = :code AND c.validFrom <= :today AND (c.validUntil IS NULL OR c.validUntil > :today)', { code, today }).getRawOne<{ n: number }>();
    return { current: libraryView(current, today), versions: rows.map(row => libraryView(row, today)), permits: permits?.n ?? 0, actions: libraryPolicy.actions.filter(action => libraryPolicy.opens(actor, action)) };
  }

  async create(actor: Actor, given: CreateConditionDto): Promise<LibraryConditionDetailView> {
    const faults = contentFaults(given);
    if (faults.length > 0) throw libraryFault(...faults);
    try {
      await this.db.transaction(async () => {
        const row = this.rowOf(actor, given, { code: given.code, version: 1, changeNote: '首次收入条件库' });
        await this.db.repo(LibraryCondition).insert(row as object);
        await this.record(actor, 'condition.create', row);
      });
    } catch (error) {
      if (violatedConstraint(error) === 'condition_library_once') throw codeTaken();
      throw error;
    }
    return this.detail(actor, given.code);
  }

  /** A new version; the one before is laid down until the day it begins. `seen` is the version that was shown. */
  async revise(actor: Actor, code: string, { given, seen }: { given: NewConditionVersionDto; seen: number }): Promise<LibraryConditionDetailView> {
    const faults = contentFaults(given);
    if (faults.length > 0) throw libraryFault(...faults);
    await this.db.transaction(async () => {
      const old = await this.lockCurrent(code, seen);
      if (given.effectiveFrom <= old.effectiveFrom) {
        throw libraryFault({ pointer: '/effectiveFrom', code: 'day', zh: `新版本应在上一版生效日（${old.effectiveFrom}）之后生效`, en: `It must begin after the version before (${old.effectiveFrom}).` });
      }
      if (given.effectiveFrom < this.clock.today()) throw libraryFault(dayBeforeNow('/effectiveFrom', this.clock.today()));
      const until = old.effectiveTo !== null && old.effectiveTo < given.effectiveFrom ? old.effectiveTo : given.effectiveFrom;
      await this.db.repo(LibraryCondition).update({ id: old.id }, { isCurrent: false, effectiveTo: until });
      const row = this.rowOf(actor, given, { code, version: old.version + 1, changeNote: given.changeNote });
      await this.db.repo(LibraryCondition).insert(row as object);
      await this.record(actor, 'condition.revise', row);
    });
    return this.detail(actor, code);
  }

  /** 停用: it is no longer laid down; in permits it holds on until they change. */
  async retire(actor: Actor, code: string, { given, seen }: { given: RetireConditionDto; seen: number }): Promise<LibraryConditionDetailView> {
    await this.db.transaction(async () => {
      const [old, today] = [await this.lockCurrent(code, seen), this.clock.today()];
      if (old.effectiveTo !== null) throw conditionRetired();
      const on = given.on ?? today;
      if (on < today) throw libraryFault(dayBeforeNow('/on', today));
      const effectiveTo = on > old.effectiveFrom ? on : old.effectiveFrom;
      await this.db.repo(LibraryCondition).update({ id: old.id }, { effectiveTo, retiredReason: given.reason });
      await this.record(actor, 'condition.retire', { ...old, effectiveTo, changeNote: given.reason });
    });
    return this.detail(actor, code);
  }

  private async lockCurrent(code: string, seen: number): Promise<LibraryCondition> {
    const row = await this.db.lock(LibraryCondition, { code, isCurrent: true });
    if (!row) throw notFound();
    if (row.version !== seen) throw stale();
    return row;
  }

  private rowOf(actor: Actor, given: Omit<NewConditionVersionDto, 'changeNote'>, at: { code: string; version: number; changeNote: string }): LibraryCondition {
    const { title, kind, subject, text, legalBasis, verified, effectiveFrom } = given;
    return {
      id: newId(), ...at, isCurrent: true, title, kind, subject, text, legalBasis, verified, effectiveFrom, effectiveTo: null, retiredReason: null, duty: given.duty ? templateOf(given.duty) : null,
      parameters: (given.parameters ?? []).map(one => ({ name: one.name, label: one.label, type: one.type, unit: one.unit ?? null, options: one.options ?? [], example: one.example ?? null })),
      createdAt: this.clock.now(), createdBy: actor.userId, createdByName: actor.name,
    };
  }

  private record(actor: Actor, action: string, { id, code, version, changeNote, effectiveFrom, effectiveTo, verified }: LibraryCondition): Promise<void> {
    return this.audit.record({ actor, action, subject: { type: 'condition-library', id }, details: { code, version, changeNote, effectiveFrom, effectiveTo, verified } });
  }
}
