import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import { batchNotDone } from '../banks.errors';
import { queryPolicy } from '../banks.policy';
import { BankBatch, BankBatchItem } from '../entities';
import { pageOf } from '../lists';
import type { BankBatchItemQuery, BankBatchListQuery } from './batch.dto';
import { BankBatchItemView, batchItemView, BankBatchView, batchView } from './batch.view';

const GATE_ZH = { 'refuse-new': '建议不予新增', cap: '封顶并要求抵押', none: '' } as const;
const COLUMNS: readonly SheetColumn<BankBatchItemView>[] = [
  { header: '统一社会信用代码', width: 22, of: row => row.uscc },
  { header: '企业', width: 32, of: row => row.answer?.name ?? '' },
  { header: '结果', width: 10, of: row => (row.answer ? '已答复' : '未答复') },
  { header: '未答复的原因', width: 50, of: row => row.refusal?.zh ?? '' },
  { header: '授权书编号', width: 18, of: row => row.answer?.authorizationNumber ?? '' },
  { header: '截至', width: 12, of: row => row.answer?.asOf ?? '' },
  { header: '环境信用等级', width: 20, of: row => row.answer?.creditGradeTitle ?? '' },
  { header: '得分', width: 10, of: row => row.answer?.score ?? '' },
  { header: 'F 评分', width: 10, of: row => row.answer?.fScore?.f ?? '' },
  { header: '硬门槛', width: 16, of: row => GATE_ZH[row.answer?.fScore?.gate ?? 'none'] },
  { header: '一票否决项', width: 24, of: row => (row.answer?.vetoTitles ?? row.answer?.vetoFlags ?? []).join('、') },
  { header: '处罚件数', width: 10, of: row => row.answer?.penalties?.length ?? '' },
  { header: '排污许可证', width: 26, of: row => row.answer?.permit?.no ?? '' },
  { header: '许可证有效期至', width: 14, of: row => row.answer?.permit?.validTo ?? '' },
  { header: '行业代码', width: 10, of: row => row.answer?.industryCode ?? '' },
];

/** Batches of a bank, and what came of each enterprise. */
@Injectable()
export class BatchQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, query: BankBatchListQuery): Promise<Page<BankBatchView>> {
    const rows = this.db.repo(BankBatch).createQueryBuilder('b').where('b.bankId = :own', { own: actor.orgId });
    if (query.state) rows.andWhere('b.state = :state', { state: query.state });
    if (query.q) rows.andWhere(`position(lower(:q) IN lower(concat_ws(' ', b.number, b.reference, b.byName))) > 0`, { q: query.q });
    const key = { sql: 'b.createdAt', type: 'timestamptz', of: (row: BankBatch) => row.createdAt.toISOString() };
    return pageOf(rows, { key, isDown: query.sort !== 'created', limit: query.limit ?? 20, cursor: query.cursor, view: batchView });
  }

  async detail(actor: Actor, id: string): Promise<BankBatchView> {
    return batchView(await this.seen(actor, id));
  }

  async items(actor: Actor, id: string, query: BankBatchItemQuery): Promise<Page<BankBatchItemView>> {
    await this.seen(actor, id);
    const limit = query.limit ?? 20;
    const rows = this.db.repo(BankBatchItem).createQueryBuilder('i').where('i.batchId = :id', { id });
    if (query.outcome === 'open') rows.andWhere('i.outcome IS NULL');
    else if (query.outcome) rows.andWhere('i.outcome = :outcome', { outcome: query.outcome });
    if (query.q) rows.andWhere('position(upper(:q) IN i.uscc) > 0', { q: query.q });
    const after = decodeCursor(query.cursor, 1);
    if (after) rows.andWhere('i.position > CAST(:after AS integer)', { after: after[0] });
    return toPage(await rows.orderBy('i.position').limit(limit + 1).getMany(), limit, one => [one.position], batchItemView);
  }

  /** All of them as a spreadsheet. Each export is recorded. */
  async export(actor: Actor, id: string): Promise<StreamableFile> {
    const batch = await this.seen(actor, id);
    if (batch.state !== 'done') throw batchNotDone();
    await this.audit.record({ actor, action: 'bank-batch.export', subject: { type: 'bank-batch', id }, details: { number: batch.number, limit: SHEET_ROWS } });
    return spreadsheet({ name: `批量查询 ${batch.number}`, title: '批量查询', columns: COLUMNS }, allPages((cursor, limit) => this.items(actor, id, { cursor, limit })));
  }

  private async seen(actor: Actor, id: string): Promise<BankBatch> {
    const batch = await this.db.repo(BankBatch).findOneBy({ id });
    queryPolicy.require(actor, 'bank-query.read', batch);
    return batch;
  }
}
