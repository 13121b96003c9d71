import { Injectable } from '@nestjs/common';
import { type UnsignedAwardEvent, UnsignedAwards } from '@huanbao/contracts';
import { Clock, Db, systemActor } from '@huanbao/platform';
import { IntegrityCreditPoints } from '@huanbao/providers';
import { type FirmCreditEvent, FirmCreditEvents, LateWorks, ScoreSource } from '@huanbao/reputation';
import { CreditLedger } from './credit-ledger';

const BY = systemActor('credit');
const FOUND: Readonly<Record<FirmCreditEvent['kind'], { readonly type: string; readonly title: string }>> = {
  fraud: { type: 'firm.fraud', title: '造假认定' }, fault: { type: 'firm.fault', title: '成果因机构原因被否定' }, 'review-failed': { type: 'firm.review-failed', title: '成果因机构原因审查未通过或被退回' },
};
/** A score of delivered work moves a little every night with the age of ratings: only a step of this size is news. */
const STEP = 0.1;

/** What other rooms decided about firms, as events of credit. Each may be told again: the ledger takes it once. */
@Injectable()
export class FirmSources {
  constructor(
    private readonly db: Db,
    private readonly findings: FirmCreditEvents,
    private readonly points: IntegrityCreditPoints,
    private readonly scores: ScoreSource,
    private readonly unsigned: UnsignedAwards,
    private readonly late: LateWorks,
    private readonly ledger: CreditLedger,
    private readonly clock: Clock,
  ) {}

  async takeFinding(findingId: string): Promise<void> {
    const finding = await this.findings.of(findingId);
    if (finding) await this.enterFinding(finding);
  }

  async takePoint(pointId: string): Promise<void> {
    const point = await this.points.of(pointId);
    if (!point) return;
    const key = `integrity-point:${pointId}`;
    await this.ledger.append(BY, {
      key, subjectId: point.firmId, type: 'firm.integrity', title: `失信记分 ${point.points} 分：${point.title}`.slice(0, 120), facts: point.facts, legalBasis: point.article, sourceType: 'integrity-point', sourceId: pointId, evidenceFileId: point.evidenceFileId,
      points: String(-point.points), occurredOn: point.occurredOn, validFrom: point.occurredOn, validUntil: point.expiresOn < point.occurredOn ? point.occurredOn : point.expiresOn,
    });
    if (point.status === 'revoked') await this.revoke(point.firmId, { key, from: point.occurredOn, what: '失信记分经异议撤销' });
  }

  /** What was delivered late and accepted, part by part. Not looked for in earlier work: what was no event then is none now. */
  async takeLate(taskId: string): Promise<void> {
    for (const { key, firmId, title, dueOn, deliveredOn, lateDays } of await this.late.of(taskId)) {
      await this.ledger.append(BY, { key: `late-work:${key}`, subjectId: firmId, type: 'firm.late', title: `逾期 ${lateDays} 日交付：${title}`.slice(0, 120), facts: `应于 ${dueOn} 交付，${deliveredOn} 交付，已经验收`, legalBasis: '本平台约定，法律未作规定', sourceType: 'late-work', sourceId: taskId, occurredOn: deliveredOn });
    }
  }

  /** An award that the firm did not sign, or the enterprise would not; gone again when the bureau has ruled so. */
  async takeUnsigned(cancellationId: string): Promise<void> {
    const event = await this.unsigned.of(cancellationId);
    if (event) await this.enterUnsigned(event);
  }

  /** Everything that was decided, also before this room began to listen; and the quality of what firms delivered. */
  async takeAll(): Promise<void> {
    let after: { readonly decidedAt: Date; readonly findingId: string } | null = null;
    for (;;) {
      const page: FirmCreditEvent[] = await this.findings.since(after, 200);
      for (const finding of page) await this.enterFinding(finding);
      after = page.at(-1) ?? null;
      if (page.length < 200) break;
    }
    for (const id of await this.points.decided()) await this.takePoint(id);
    await this.takeUnsignedAwards();
    await this.takeScores();
  }

  private async takeUnsignedAwards(): Promise<void> {
    for (let after: string | null = null; ; ) {
      const page: UnsignedAwardEvent[] = await this.unsigned.since(after, 200);
      for (const event of page) await this.enterUnsigned(event);
      after = page.at(-1)?.cancellationId ?? null;
      if (page.length < 200) return;
    }
  }

  private async enterUnsigned({ cancellationId, side, subjectId, taskTitle, groundZh, legalBasis, evidenceFileId, occurredOn, validUntil, status }: UnsignedAwardEvent): Promise<void> {
    const key = `award-cancellation:${cancellationId}`;
    const [type, title] = side === 'firm' ? (['firm.unsigned', '中选后不签合同'] as const) : (['award-refused', '不与中选机构签合同经认定'] as const);
    await this.ledger.append(BY, { key, subjectId, type, title: `${title}：${taskTitle}`.slice(0, 120), facts: groundZh, legalBasis, sourceType: 'award-cancellation', sourceId: cancellationId, evidenceFileId, occurredOn, validUntil });
    if (status === 'revoked') await this.revoke(subjectId, { key, from: occurredOn, what: '取消中选经裁定撤销' });
  }

  private async enterFinding({ findingId, firmId, kind, occurredOn, validFrom, validUntil, legalBasis, evidenceFileId, status }: FirmCreditEvent): Promise<void> {
    const key = `firm-finding:${findingId}`;
    await this.ledger.append(BY, { key, subjectId: firmId, ...FOUND[kind], facts: '经两人办理认定，详见认定记录', legalBasis, sourceType: 'firm-finding', sourceId: findingId, evidenceFileId, occurredOn, validFrom, validUntil });
    if (status === 'revoked') await this.revoke(firmId, { key, from: validFrom, what: '认定经异议撤销' });
  }

  private async revoke(subjectId: string, { key, from, what }: { readonly key: string; readonly from: string; readonly what: string }): Promise<void> {
    await this.ledger.change(BY, { subjectId, eventKey: key, key: 'revoked', status: 'revoked', effectiveOn: from, reason: what, basis: '来源记录已撤销' });
  }

  private async takeScores(): Promise<void> {
    const firms = await this.db.query<{ id: string; last: string | null }>(
      `SELECT o.id, (SELECT e.measure::text FROM credit_event e WHERE e.subject_id = o.id AND e.indicator = 'delivery' ORDER BY e.valid_from DESC, e.key DESC LIMIT 1) AS last FROM organisation o WHERE o.kind = 'firm' AND o.status = 'active' ORDER BY o.id`);
    const summaries = await this.scores.summaries(firms.map(firm => firm.id));
    const today = this.clock.today();
    for (const { id, last } of firms) {
      const summary = summaries.get(id);
      if (!summary?.score || summary.count === 0 || (last !== null && Math.abs(Number(last) - Number(summary.score)) < STEP)) continue;
      await this.ledger.append(BY, { key: `delivery:${id}:${today}`, subjectId: id, type: 'firm.reading', title: `交付质量评分 ${summary.score}`, facts: `公开评价 ${summary.count} 份`, legalBasis: '本平台约定', sourceType: 'reputation', sourceId: id, indicator: 'delivery', measure: summary.score, occurredOn: today });
    }
  }
}
