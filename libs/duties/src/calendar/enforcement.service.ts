import { Injectable, StreamableFile } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Notifier } from '@huanbao/notifications';
import { Actor, Audit, Clock, containsWords, Db, decodeCursor, Outbox, Page, stale, toPage } from '@huanbao/platform';
import { enforcementClosed } from '../duties.errors';
import { dutyOrdered } from '../duties.events';
import { dutyPolicy, MATTER } from '../duties.policy';
import type { CloseEnforcementDto, EnforcementExportDto, EnforcementListDto } from './duty.dto';
import { dutyView, EnforcementView } from './duty.view';
import { DutyEnforcement, Obligation } from './obligation.entity';

const DEFAULT_LIMIT = 20;
const OUTCOME: Readonly<Record<string, string>> = { performed: '已补办', ordered: '责令改正', 'case-opened': '立案', excused: '不要求' };

const COLUMNS: readonly SheetColumn<EnforcementView>[] = [
  { header: '截止日期', width: 12, of: row => row.duty.dueOn },
  { header: '逾期天数', width: 10, of: row => Math.max(0, row.duty.lateDays ?? -row.duty.daysLeft) },
  { header: '事项', width: 36, of: row => row.duty.title.zh },
  { header: '企业', width: 30, of: row => row.duty.enterpriseName },
  { header: '场所', width: 24, of: row => row.duty.siteName },
  { header: '许可证编号', width: 26, of: row => row.duty.permitNumber },
  { header: '处理结果', width: 12, of: row => (row.outcome ? OUTCOME[row.outcome] ?? row.outcome : '待处理') },
  { header: '处理说明', width: 40, of: row => row.note },
  { header: '处理人', width: 12, of: row => row.closedByName },
  { header: '依据', width: 50, of: row => row.duty.legalBasis },
];

/** Overdue duties on the desk of enforcement. */
@Injectable()
export class EnforcementService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly notifier: Notifier,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The longest overdue first. */
  async list(actor: Actor, filter: EnforcementListDto): Promise<Page<EnforcementView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const down = filter.sort === '-dueOn';
    const query = this.db.repo(DutyEnforcement).createQueryBuilder('e').innerJoinAndMapOne('e.duty', Obligation, 'o', 'o.id = e.obligationId')
      .where('e.regionCode LIKE ANY (:regions)', { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) }).orderBy('e.dueOn', down ? 'DESC' : 'ASC').addOrderBy('e.id', down ? 'DESC' : 'ASC').limit(limit + 1);
    if (filter.state) query.andWhere('e.state = :state', { state: filter.state });
    if (filter.kind) query.andWhere('o.kind = :kind', { kind: filter.kind });
    if (filter.q) query.andWhere(containsWords('o.search', ':q'), { q: filter.q });
    if (filter.outcome) query.andWhere('e.outcome = :outcome', { outcome: filter.outcome });
    if (filter.overdueDays) query.andWhere('e.dueOn <= :dueBy', { dueBy: addDays(this.clock.today(), -filter.overdueDays) });
    const after = decodeCursor(filter.cursor, 2);
    if (after) query.andWhere(`(e.dueOn, e.id) ${down ? '<' : '>'} (CAST(:day AS date), CAST(:after AS uuid))`, { day: after[0], after: after[1] });
    const rows = (await query.getMany()) as (DutyEnforcement & { duty: Obligation })[];
    return toPage(rows, limit, row => [row.dueOn, row.id], row => this.view(actor, row, row.duty));
  }

  async export(actor: Actor, filter: EnforcementExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'duty.export-enforcement', subject: { type: 'duty-enforcement', id: actor.orgId ?? actor.userId }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '逾期事项', title: '逾期事项', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...filter, cursor, limit })));
  }

  async find(actor: Actor, id: string): Promise<EnforcementView> {
    const row = await this.db.repo(DutyEnforcement).findOneBy({ id });
    const duty = row && (await this.db.repo(Obligation).findOneBy({ id: row.obligationId }));
    dutyPolicy.require(actor, 'duty.enforcement', duty);
    return this.view(actor, row as DutyEnforcement, duty);
  }

  /** What came of it. `excused` also takes the demand from the enterprise's calendar. */
  close(actor: Actor, id: string, { given, version }: { given: CloseEnforcementDto; version: number }): Promise<EnforcementView> {
    return this.db.transaction(async () => {
      const row = await this.db.lock(DutyEnforcement, { id });
      const duty = row && (await this.db.lock(Obligation, { id: row.obligationId }));
      dutyPolicy.require(actor, 'duty.enforce', duty);
      const task = row as DutyEnforcement;
      if (task.version !== version) throw stale();
      if (task.state === 'closed') throw enforcementClosed();
      const change = { state: 'closed' as const, outcome: given.outcome, note: given.note, closedAt: this.clock.now(), closedBy: actor.userId, closedByName: actor.name, version: version + 1 };
      await this.db.repo(DutyEnforcement).update({ id }, change);
      const excuse = given.outcome === 'excused' && duty.status === 'overdue' ? { status: 'excused' as const, excusedBy: 'officer' as const, excuseZh: given.note, excuseEn: given.note, version: duty.version + 1 } : {};
      if ('status' in excuse) await this.db.repo(Obligation).update({ id: duty.id }, excuse);
      await this.audit.record({ actor, action: 'duty.enforce', subject: { type: 'duty-enforcement', id }, details: { obligationId: duty.id, outcome: given.outcome, note: given.note } });
      await this.tell(duty, given);
      if (given.outcome === 'ordered') await this.outbox.publish(dutyOrdered, { obligationId: duty.id, enterpriseId: duty.enterpriseId, regionCode: duty.regionCode, title: duty.titleZh, legalBasis: duty.legalBasis, verified: duty.verified, dueOn: duty.dueOn, place: duty.siteName, orderedBy: actor.userId });
      return this.view(actor, { ...task, ...change }, { ...duty, ...excuse });
    });
  }

  private tell(duty: Obligation, { outcome, note }: CloseEnforcementDto): Promise<void> {
    return this.notifier.notify({
      to: { orgId: duty.enterpriseId, matter: MATTER, site: duty.siteId }, topic: 'duties', subject: { type: 'obligation', id: duty.id }, key: `duty:${duty.id}:${duty.dueOn}:closed`,
      title: { zh: `逾期事项处理结果（${OUTCOME[outcome] ?? outcome}）：${duty.titleZh}`, en: `What came of an overdue duty: ${duty.titleEn}` },
      body: { zh: note, en: note }, link: `/e/${duty.enterpriseId}/duties/${duty.id}`,
    });
  }

  private view(actor: Actor, { id, state, openedOn, outcome, note, closedAt, closedByName, version }: DutyEnforcement, duty: Obligation): EnforcementView {
    return { id, state, openedOn, outcome, note, closedAt, closedByName, version, duty: dutyView(duty, this.clock.today(), dutyPolicy.actionsOn(actor, duty)) };
  }
}
