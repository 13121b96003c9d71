import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SheetColumn, spreadsheet } from '@huanbao/documents';
import type { ServiceTask } from '@huanbao/marketplace';
import { Actor, Audit, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import { Evaluation } from '../evaluation.entity';
import { bidUnknown } from '../evaluation.errors';
import { EvaluationRecords } from '../evaluation.records';
import { Readers, resultFor, reviewFor, type Reader } from '../reader';
import { conditionsFor } from '../review/plan-conditions';
import { enquiryView } from '../views/views';
import { bidLines, inOrder, type Known, placeOf } from './bid-lines';
import type { JudgedBidExportQuery, JudgedBidListQuery } from './bids.dto';
import type { BidOutcome, BidSheetView, JudgedBidDetailView, JudgedBidView } from './bids.view';

const OUTCOMES: Readonly<Record<BidOutcome, string>> = { ranked: '已评分', passed: '通过符合性审查', 'low-price': '否决：报价不合理', unresponsive: '否决：不符合条件' };

interface Seen extends Known {
  readonly task: ServiceTask;
  readonly reader: Reader;
  readonly lines: readonly JudgedBidView[];
}

/** The bids of a task as they were judged, one by one and as a list: to each reader those whose result the reader may know. */
@Injectable()
export class JudgedBids {
  constructor(
    private readonly readers: Readers,
    private readonly records: EvaluationRecords,
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, taskId: string, query: JudgedBidListQuery): Promise<Page<JudgedBidView>> {
    return this.page(await this.seen(actor, taskId), query);
  }

  /** @throws 404 where the reader may know nothing of this bid */
  async one(actor: Actor, taskId: string, bidId: string): Promise<JudgedBidDetailView> {
    const { review, result, lines, reader } = await this.seen(actor, taskId);
    const line = lines.find(one => one.bidId === bidId);
    if (!line) throw bidUnknown();
    const enquiry = (await this.records.enquiries(taskId)).find(one => one.bidId === bidId && (reader.owner || reader.bureau || one.firmId === actor.orgId));
    const ranked = result?.lines.find(one => one.bidId === bidId);
    return {
      ...line, finding: review?.findings.find(one => one.bidId === bidId) ?? null, enquiry: enquiry ? enquiryView(enquiry) : null,
      priceZh: ranked?.priceZh ?? null, priceEn: ranked?.priceEn ?? null, means: ranked?.means ?? [],
      sheets: (result?.sheets ?? []).map((sheet): BidSheetView => ({
        seat: sheet.seat, comment: sheet.comment, scores: sheet.scores.filter(one => one.bidId === bidId), priceVote: sheet.priceVotes.find(one => one.bidId === bidId) ?? null,
      })),
      priceReasons: result?.rejected.find(one => one.bidId === bidId)?.reasons ?? [],
    };
  }

  /** The list as a spreadsheet, with the mean of each criterion and what was not met. Each export is recorded. */
  async export(actor: Actor, taskId: string, query: JudgedBidExportQuery): Promise<StreamableFile> {
    const seen = await this.seen(actor, taskId);
    const columns = await this.columns(seen);
    await this.audit.record({ actor, action: 'task.evaluation-export', subject: { type: 'service-task', id: taskId }, details: { ...query } });
    return spreadsheet({ name: `评审结果 ${seen.task.number ?? ''}`.trim(), title: '评审结果', columns }, allPages((cursor, limit) => Promise.resolve(this.page(seen, { ...query, cursor, limit }))));
  }

  private async columns({ task, review, result }: Seen): Promise<SheetColumn<JudgedBidView>[]> {
    const plan = await this.records.plan(task.id);
    const conditions = plan ? conditionsFor(plan, task) : [];
    const means = new Map((result?.lines ?? []).map(line => [line.bidId, line.means]));
    const unmet = new Map((review?.findings ?? []).map(one => [one.bidId, conditions.filter(each => one.failed.includes(each.id)).map(each => each.zh)]));
    const reasons = new Map((result?.rejected ?? []).map(one => [one.bidId, one.reasons]));
    return [
      { header: '名次', width: 8, of: row => row.rank },
      { header: '机构', width: 34, of: row => row.firmName },
      { header: '报价（元）', width: 18, of: row => row.priceYuan },
      { header: '结果', width: 20, of: row => OUTCOMES[row.outcome] },
      ...(plan?.criteria ?? []).map((one): SheetColumn<JudgedBidView> => ({ header: `${one.name}（满分 ${one.max}）`, width: 16, of: row => means.get(row.bidId)?.find(each => each.criterionId === one.id)?.mean ?? '' })),
      { header: '技术得分', width: 12, of: row => row.technical },
      { header: '价格得分', width: 12, of: row => row.priceScore },
      { header: '总分', width: 12, of: row => row.total },
      { header: '否决的理由', width: 60, of: row => [...(unmet.get(row.bidId) ?? []), ...(reasons.get(row.bidId) ?? [])].join('；') },
    ];
  }

  private page({ lines }: Seen, { q = '', outcome, sort = 'rank', cursor, limit = 20 }: JudgedBidListQuery): Page<JudgedBidView> {
    const words = q.toLowerCase();
    const compare = inOrder(sort);
    const keys = decodeCursor(cursor, 4);
    const after = keys && placeOf(keys);
    const rows = lines.filter(one => (outcome === undefined || one.outcome === outcome) && one.firmName.toLowerCase().includes(words) && (!after || compare(one, after) > 0)).sort(compare);
    return toPage(rows.slice(0, limit + 1), limit, one => [one.rank, one.priceYuan, one.firmName, one.bidId], one => one);
  }

  private async seen(actor: Actor, taskId: string): Promise<Seen> {
    const { task, reader } = await this.readers.of(actor, taskId);
    const evaluation = await this.db.repo(Evaluation).findOneBy({ taskId });
    const known = { review: reviewFor(evaluation, reader), result: resultFor(evaluation, reader) };
    const prices = new Map((known.review ? await this.records.bids(taskId) : []).map(bid => [bid.id, bid.priceYuan as string]));
    return { ...known, task, reader, lines: bidLines(known, prices) };
  }
}
