import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { Contract } from '../contract.entity';
import { UNSIGNED } from '../contract.flow';
import { ContractRecords } from '../contract.records';
import type { CancellationExportQuery, CancellationListQuery, PublicCancellationQuery } from './cancellation.dto';
import { AwardCancellation, AwardReminder } from './cancellation.entity';
import { AwardReminderView, CancellationItemView, cancellationItem, CancellationView, cancellationView, publicCancellation, PublicCancellationView, reminderView } from './cancellation.view';
import { UnsignedRecords } from './unsigned.records';

const OPEN = `('noticed', 'cancelled', 'objected')`;
const COLUMNS = [
  { header: '任务编号', width: 18, of: (row: CancellationItemView) => row.taskNumber },
  { header: '任务名称', width: 40, of: (row: CancellationItemView) => row.taskTitle },
  { header: '委托方', width: 32, of: (row: CancellationItemView) => row.enterpriseName },
  { header: '服务机构', width: 32, of: (row: CancellationItemView) => row.firmName },
  { header: '类别', width: 16, of: (row: CancellationItemView) => (row.kind === 'complaint' ? '不签合同投诉' : '取消中选') },
  { header: '事由', width: 40, of: (row: CancellationItemView) => row.groundZh },
  { header: '状态', width: 24, of: (row: CancellationItemView) => row.stateZh },
  { header: '告知日期', width: 14, of: (row: CancellationItemView) => row.noticedAt.slice(0, 10) },
  { header: '当前期限', width: 14, of: (row: CancellationItemView) => row.due },
];

/** Every way to look at awards that are not signed: the two sides' own, the bureau's region, and what is public. */
@Injectable()
export class CancellationQueries {
  constructor(
    private readonly db: Db,
    private readonly records: UnsignedRecords,
    private readonly contracts: ContractRecords,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: CancellationListQuery): Promise<Page<CancellationItemView>> {
    const limit = query.limit ?? 20;
    const up = query.sort === 'noticed';
    const rows = this.narrowed(actor, query);
    const after = decodeCursor(query.cursor, 1);
    if (after) rows.andWhere(`c.id ${up ? '>' : '<'} :after::uuid`, { after: after[0] });
    const found = await rows.orderBy('c.id', up ? 'ASC' : 'DESC').limit(limit + 1).getMany();
    return toPage(found, limit, row => [row.id], row => cancellationItem(row, this.clock.today()));
  }

  async export(actor: Actor, query: CancellationExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'award-cancellation.export', subject: { type: 'award-cancellation-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '取消中选', title: '取消中选与不签合同投诉', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<CancellationView> {
    return this.viewOf(actor, await this.records.find(actor, id));
  }

  async viewOf(actor: Actor, row: AwardCancellation): Promise<CancellationView> {
    const contract = await this.db.repo(Contract).findOneByOrFail({ id: row.contractId });
    const reminders = await this.db.repo(AwardReminder).find({ where: { contractId: row.contractId }, order: { sentAt: 'ASC' } });
    return cancellationView(row, { actor, reminders, now: this.clock.now(), today: this.clock.today(), isUnsigned: UNSIGNED.includes(contract.state) });
  }

  /** The reminders of a contract, for its two sides. */
  async reminders(actor: Actor, contractId: string): Promise<AwardReminderView[]> {
    await this.contracts.find(actor, contractId);
    return (await this.db.repo(AwardReminder).find({ where: { contractId }, order: { sentAt: 'ASC' } })).map(reminderView);
  }

  /** Awards that were cancelled, newest first. Only of tasks that are public, or paid with public money. */
  async published(query: PublicCancellationQuery): Promise<Page<PublicCancellationView>> {
    const limit = query.limit ?? 20;
    const rows = this.db.repo(AwardCancellation).createQueryBuilder('c').where('c.cancelledAt IS NOT NULL AND c.isPublic');
    if (query.taskId) rows.andWhere('c.taskId = :taskId', { taskId: query.taskId });
    if (query.q) rows.andWhere(containsWords('c.search', ':q'), { q: query.q });
    const after = decodeCursor(query.cursor, 2);
    if (after) rows.andWhere('(c.cancelledAt, c.id) < (:at::timestamptz, :after::uuid)', { at: after[0], after: after[1] });
    const found = await rows.orderBy('c.cancelledAt', 'DESC').addOrderBy('c.id', 'DESC').limit(limit + 1).getMany();
    return toPage(found, limit, row => [(row.cancelledAt as Date).toISOString(), row.id], publicCancellation);
  }

  private narrowed(actor: Actor, query: CancellationListQuery): SelectQueryBuilder<AwardCancellation> {
    const rows = this.db.repo(AwardCancellation).createQueryBuilder('c');
    if (actor.orgKind === 'bureau') rows.where('c.regionCode LIKE ANY (:regions)', { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) });
    else rows.where(actor.orgKind === 'firm' ? 'c.firmId = :org' : 'c.enterpriseId = :org', { org: actor.orgId });
    if (query.tab) rows.andWhere(`c.state ${query.tab === 'open' ? '' : 'NOT'} IN ${OPEN}`);
    if (query.state) rows.andWhere('c.state = :state', { state: query.state });
    if (query.kind) rows.andWhere('c.kind = :kind', { kind: query.kind });
    if (query.contractId) rows.andWhere('c.contractId = :contractId', { contractId: query.contractId });
    if (query.taskId) rows.andWhere('c.taskId = :taskId', { taskId: query.taskId });
    if (query.q) rows.andWhere(containsWords('c.search', ':q'), { q: query.q });
    return rows;
  }
}
