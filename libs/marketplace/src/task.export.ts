import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit } from '@huanbao/platform';
import { BidListing } from './bid-listing';
import { BID_STATES } from './bid.flow';
import type { BidExportQuery } from './dto/bid-list.dto';
import type { TaskExportQuery } from './dto/task.dto';
import type { BidState } from './marketplace.entity';
import { bidsNotOpened } from './marketplace.errors';
import { localTime } from './opening/opening-record';
import { TaskQueries } from './task.queries';
import type { BidView } from './views/bid.view';
import type { TaskItemView } from './views/task.view';

const KINDS: Readonly<Record<string, string>> = { consulting: '环保咨询', testing: '环境检测', engineering: '工程治理', disposal: '废物处置' };
const STAGES: Readonly<Record<string, string>> = { construction: '建设期', operation: '运营期', closure: '停业退场' };
const time = (iso: string | null): string | null => iso && localTime(new Date(iso));

const TASK_COLUMNS: readonly SheetColumn<TaskItemView>[] = [
  { header: '编号', width: 18, of: row => row.number },
  { header: '任务名称', width: 40, of: row => row.title },
  { header: '发布企业', width: 32, of: row => row.enterpriseName },
  { header: '类别', width: 12, of: row => KINDS[row.kind] ?? row.kind },
  { header: '阶段', width: 12, of: row => STAGES[row.stage] ?? row.stage },
  { header: '状态', width: 14, of: row => row.stateZh },
  { header: '预算（元）', width: 16, of: row => row.budgetYuan },
  { header: '工期（天）', width: 10, of: row => row.durationDays },
  { header: '发布时间', width: 20, of: row => time(row.publishedAt) },
  { header: '报价截止', width: 20, of: row => time(row.bidDeadline) },
];

const BID_COLUMNS: readonly SheetColumn<BidView>[] = [
  { header: '服务机构', width: 36, of: row => row.firmName },
  { header: '报价（元）', width: 18, of: row => row.priceYuan },
  { header: '工期（天）', width: 10, of: row => row.durationDays },
  { header: '情况', width: 14, of: row => (row.state === 'opened' && row.eligible === false ? '资格不符' : BID_STATES[row.state as BidState]) },
  { header: '说明', width: 44, of: row => [row.unreadable?.zh, ...row.ineligibleReasons.map(reason => reason.zh), row.suspectUnit ? '金额单位疑似有误' : null].filter(Boolean).join('；') || null },
  { header: '方案', width: 60, of: row => row.proposal },
  { header: '收到时间', width: 20, of: row => time(row.receivedAt) },
  { header: '轮次', width: 8, of: row => row.round },
  { header: '密文摘要（SHA-256）', width: 68, of: row => row.digest.trim() },
];

/** Lists of the market as spreadsheets: what the reader may see, no more, and recorded. */
@Injectable()
export class TaskExport {
  constructor(
    private readonly queries: TaskQueries,
    private readonly listing: BidListing,
    private readonly audit: Audit,
  ) {}

  async tasks(actor: Actor, query: TaskExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'task.export', subject: { type: 'service-task-list', id: query.tab ?? 'open' }, details: { kind: query.kind, stage: query.stage, state: query.state, limit: SHEET_ROWS } });
    const rows = allPages((cursor, limit) => this.queries.list(actor, { ...query, cursor, limit }));
    return spreadsheet({ name: '服务任务', title: '服务任务', columns: TASK_COLUMNS }, rows);
  }

  /** @throws 409 while the bids are sealed. */
  async bids(actor: Actor, taskId: string, query: BidExportQuery): Promise<StreamableFile> {
    const { opened } = await this.listing.whole(actor, taskId, { ...query, limit: 1 });
    if (!opened) throw bidsNotOpened();
    const { number } = await this.queries.detail(actor, taskId);
    await this.audit.record({ actor, action: 'task.export-bids', subject: { type: 'service-task', id: taskId }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: `报价比选-${number ?? ''}`, title: '报价', columns: BID_COLUMNS }, allPages((cursor, limit) => this.listing.whole(actor, taskId, { ...query, cursor, limit })));
  }
}
