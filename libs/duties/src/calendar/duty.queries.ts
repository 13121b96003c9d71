import { Injectable, StreamableFile } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, Page, pageOf, shanghaiDate } from '@huanbao/platform';
import { dutyPolicy } from '../duties.policy';
import type { DutyExportDto, DutyListDto } from './duty.dto';
import { DutiesService } from './duties.service';
import { coverView, DutyDetailView, DutySummaryView, DutyView, dutyView } from './duty.view';
import { filtered } from './duty-filter';
import { DutyEnforcement, Obligation } from './obligation.entity';
import { RecordClosing } from './record-closing';
import { scoped } from './scope';

const STATUS: Readonly<Record<string, string>> = { upcoming: '未到期', due: '临近到期', done: '已完成', overdue: '已逾期', excused: '不要求' };

const COLUMNS: readonly SheetColumn<DutyView>[] = [
  { header: '截止日期', width: 12, of: row => row.dueOn },
  { header: '事项', width: 36, of: row => row.title.zh },
  { header: '企业', width: 30, of: row => row.enterpriseName },
  { header: '场所', width: 24, of: row => row.siteName },
  { header: '许可证编号', width: 26, of: row => row.permitNumber },
  { header: '状态', width: 10, of: row => STATUS[row.status] ?? row.status },
  { header: '逾期天数', width: 10, of: row => row.lateDays },
  { header: '完成时间', width: 12, of: row => row.doneAt && shanghaiDate(row.doneAt) },
  { header: '依据', width: 50, of: row => row.legalBasis },
  { header: '依据是否核实', width: 12, of: row => (row.verified ? '已核实' : '未核实') },
];

/** What the list may be sorted by, each from an index of its own; the id decides between equals. */
const KEYS = {
  dueOn: { sql: 'o.dueOn', type: 'date', of: (row: Obligation): string => row.dueOn },
  enterprise: { sql: 'o.enterpriseName', type: 'text', of: (row: Obligation): string => row.enterpriseName },
} as const;

/** Duties as they are read: the calendar, the lists and the file. */
@Injectable()
export class DutyQueries {
  constructor(
    private readonly db: Db,
    private readonly closing: RecordClosing,
    private readonly duties: DutiesService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, filter: DutyListDto): Promise<Page<DutyView>> {
    const sort = filter.sort ?? 'dueOn';
    const today = this.clock.today();
    return pageOf(filtered(this.db, actor, filter), {
      key: KEYS[sort.replace('-', '') as keyof typeof KEYS], isDown: sort.startsWith('-'), limit: filter.limit, cursor: filter.cursor, view: row => dutyView(row, today, dutyPolicy.actionsOn(actor, row)),
    });
  }

  async find(actor: Actor, id: string): Promise<DutyDetailView> {
    const row = await this.db.repo(Obligation).findOneBy({ id });
    dutyPolicy.require(actor, 'duty.read', row);
    const actions = dutyPolicy.actionsOn(actor, row);
    const cover = await this.closing.coverOf(row);
    const task = await this.db.repo(DutyEnforcement).findOneBy({ obligationId: id });
    return {
      ...dutyView(row, this.clock.today(), actions), enforcementId: task && actions.includes('duty.enforcement') ? task.id : null,
      enforcement: task && { state: task.state, openedOn: task.openedOn, outcome: task.outcome, note: task.note, closedAt: task.closedAt },
      cover: cover && coverView(cover), counted: row.doneFacts && row.doneFacts.map(({ title, needed, days }) => ({ title: { ...title }, needed, days: [...days] })),
      evidence: await this.duties.evidenceOf(row), evidenceFileId: row.evidenceFileId,
    };
  }

  /** How many are overdue, due within 7 and within 30 days. */
  async summary(actor: Actor): Promise<DutySummaryView> {
    const today = this.clock.today();
    const row = await scoped(this.db.repo(Obligation).createQueryBuilder('o'), actor, 'o')
      .andWhere(`o.status IN ('upcoming', 'due', 'overdue') AND o.dueOn <= :month`, { month: addDays(today, 30) })
      .select(`count(*) FILTER (WHERE o.status = 'overdue' OR o.dueOn < :today)::int`, 'overdue')
      .addSelect('count(*) FILTER (WHERE o.dueOn BETWEEN :today AND :week)::int', 'week')
      .addSelect('count(*) FILTER (WHERE o.dueOn >= :today)::int', 'month')
      .setParameters({ today, week: addDays(today, 7) })
      .getRawOne<DutySummaryView>();
    return { overdue: row?.overdue ?? 0, week: row?.week ?? 0, month: row?.month ?? 0, today };
  }

  async export(actor: Actor, filter: DutyExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'duty.export', subject: { type: 'obligation', id: actor.orgId ?? actor.userId }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '证后事项', title: '证后事项', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...filter, cursor, limit })));
  }
}
