import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { ServiceTask } from '@huanbao/marketplace';
import { Actor, Audit, Clock, containsWords, Db, decodeCursor, notFound, Page, shanghaiDate, toPage } from '@huanbao/platform';
import { Evaluation, EvaluationObjection } from '../evaluation.entity';
import type { TenderComplaintExportQuery, TenderComplaintListQuery } from './complaint.dto';
import { TenderComplaint } from './complaint.entity';
import { ComplaintExecution } from './complaint-execution';
import { complaintPolicy } from './complaint.policy';
import { ComplaintChoicesView, complaintActions, complaintItem, complaintView, TenderComplaintItemView, TenderComplaintView } from './complaint.view';
import { ComplaintRulings } from './complaint-rulings.service';

const COLUMNS: readonly SheetColumn<TenderComplaintItemView>[] = [
  { header: '任务编号', width: 18, of: row => row.taskNumber },
  { header: '任务', width: 40, of: row => row.taskTitle },
  { header: '投诉机构', width: 30, of: row => row.firmName },
  { header: '发布企业', width: 30, of: row => row.enterpriseName },
  { header: '提出日期', width: 14, of: row => shanghaiDate(new Date(row.lodgedAt)) },
  { header: '当前期限', width: 14, of: row => row.due },
  { header: '是否逾期', width: 10, of: row => (row.late ? '逾期' : '') },
  { header: '状态', width: 20, of: row => row.stateZh },
  { header: '是否暂停采购', width: 14, of: row => (row.suspended ? '已暂停' : '') },
  { header: '结果', width: 12, of: row => (row.upheld === null ? '' : row.upheld ? '成立' : '不成立') },
];

/** Complaints of the own side, or of the bureau's region. */
@Injectable()
export class ComplaintQueries {
  constructor(
    private readonly db: Db,
    private readonly rulings: ComplaintRulings,
    private readonly execution: ComplaintExecution,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: TenderComplaintListQuery): Promise<Page<TenderComplaintItemView>> {
    const limit = query.limit ?? 20;
    const up = query.sort === 'lodged';
    const rows = this.db.repo(TenderComplaint).createQueryBuilder('c');
    if (actor.orgKind === 'bureau') rows.where('c.regionCode LIKE ANY (:regions)', { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) });
    else rows.where(actor.orgKind === 'firm' ? 'c.firmId = :org' : 'c.enterpriseId = :org', { org: actor.orgId });
    if (query.tab) rows.andWhere(`c.state ${query.tab === 'open' ? '' : 'NOT'} IN ('lodged', 'accepted')`);
    if (query.state) rows.andWhere('c.state = :state', { state: query.state });
    if (query.taskId) rows.andWhere('c.taskId = :taskId', { taskId: query.taskId });
    if (query.q) rows.andWhere(containsWords('c.search', ':q'), { q: query.q });
    const after = decodeCursor(query.cursor, 2);
    if (after) rows.andWhere(`(c.lodgedAt, c.id) ${up ? '>' : '<'} (:at::timestamptz, :after::uuid)`, { at: after[0], after: after[1] });
    const found = await rows.orderBy('c.lodgedAt', up ? 'ASC' : 'DESC').addOrderBy('c.id', up ? 'ASC' : 'DESC').limit(limit + 1).getMany();
    return toPage(found, limit, row => [row.lodgedAt.toISOString(), row.id], row => complaintItem(row, this.clock.today()));
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  async export(actor: Actor, query: TenderComplaintExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'tender-complaint.export', subject: { type: 'tender-complaint-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '评标投诉', title: '对评标和采购的投诉', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async of(actor: Actor, id: string): Promise<TenderComplaintView> {
    const row = await this.db.repo(TenderComplaint).findOneBy({ id });
    complaintPolicy.require(actor, 'tender-complaint.read', row);
    if (!row) throw notFound();
    const objection = await this.db.repo(EvaluationObjection).findOneByOrFail({ id: row.objectionId });
    const involved = actor.orgKind === 'bureau' && (await this.rulings.involved(actor, row.taskId));
    const actions = complaintActions(actor, row, involved);
    return complaintView(row, { objection, today: this.clock.today(), actions, choices: actions.includes('decide') ? await this.choicesOf(row.taskId) : null });
  }

  private async choicesOf(taskId: string): Promise<ComplaintChoicesView> {
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: taskId });
    const evaluation = await this.db.repo(Evaluation).findOneByOrFail({ taskId });
    const [stage, { remedies, zh, en, basis }] = [await this.execution.stage(task, evaluation), await this.execution.choices(task, evaluation)];
    return { stage, remedies: [...remedies], zh, en, basis };
  }
}
