import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Db, systemActor } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import type { PublishPenaltyDto } from '../performance.dto';
import { PenaltyContest, PenaltyDecision } from '../entities';
import { notPublishable, publicationRests } from '../penalties.errors';
import { PenaltyReference } from '../penalties.reference';
import { creditClassOf } from '../rules/credit';
import { monthsAfter } from '../rules/law';
import { maskedText } from '../words';
import { PenaltyActs, type Step } from './acting';
import { weighedOf } from './crediting.service';

const BY = systemActor('penalties');

/** Seven working days to the public list; off it when its period ends. */
@Injectable()
export class Publishing {
  constructor(
    private readonly db: Db,
    private readonly acts: PenaltyActs,
    private readonly reference: PenaltyReference,
    private readonly notifier: Notifier,
  ) {}

  publish(step: Pick<Step, 'actor' | 'id'>, { summary }: PublishPenaltyDto): Promise<void> {
    return this.acts.note(step, { need: 'penalty.publish', text: { zh: '公开处罚决定', en: 'The decision was published' }, action: 'penalty.publish' }, async penalty => {
      const decision = await this.acts.decision(step.id);
      if (decision?.kind !== 'penalty' || !decision.servedOn || decision.revokedAt || decision.publishedAt || !decision.publishes) throw notPublishable();
      if (await this.db.repo(PenaltyContest).existsBy({ penaltyId: step.id, rests: true, endedOn: IsNull() })) throw publicationRests();
      const { severity } = creditClassOf(weighedOf(penalty, decision), await this.reference.creditScale(decision.servedOn));
      const publishUntil = monthsAfter(this.acts.today, await this.reference.number(`publicity:${severity}`, decision.servedOn));
      await this.db.repo(PenaltyDecision).update({ id: decision.id }, { publishedAt: this.acts.now, publicSummary: maskedText(summary, { kind: penalty.partyKind, name: penalty.partyName }), publishUntil, unpublishedAt: null, unpublishedReason: null });
    });
  }

  /** Before its end, as two persons found: published by mistake. What is repaired or taken back by an appeal is not shown anyway. */
  unpublish(step: Pick<Step, 'actor' | 'id'>, reason: string): Promise<void> {
    return this.acts.note(step, { need: 'penalty.approve', text: { zh: `停止公示：${reason}`, en: 'No longer published' }, action: 'penalty.unpublish', details: { reason } }, async () => {
      const decision = await this.acts.decision(step.id);
      if (!decision?.publishedAt || decision.unpublishedAt) throw notPublishable();
      await this.db.repo(PenaltyDecision).update({ id: decision.id }, { unpublishedAt: this.acts.now, unpublishedReason: reason });
    });
  }

  /** Nightly: what has stood its time comes off; who should have published is told, once. Each case in a transaction of its own: one that fails does not keep the others on the list. @throws the first failure, when all were looked at */
  async round(): Promise<void> {
    const today = this.acts.today;
    const failures: unknown[] = [];
    const each = (work: () => Promise<void>): Promise<void> => this.db.transaction(work).catch((error: unknown) => void failures.push(error));
    const over = await this.db.query<{ id: string }>(`SELECT penalty_id AS id FROM penalty_decision WHERE published_at IS NOT NULL AND unpublished_at IS NULL AND publish_until < $1 ORDER BY penalty_id`, [today]);
    for (const { id } of over) await each(() => this.end(id));
    const late = await this.db.query<{ id: string; number: string; region: string }>(
      `SELECT p.id, d.number, p.region_code AS region FROM penalty_decision d JOIN penalty p ON p.id = d.penalty_id WHERE d.kind = 'penalty' AND d.publishes AND d.published_at IS NULL AND d.revoked_at IS NULL AND d.served_on IS NOT NULL AND d.publish_due < $1
          AND NOT EXISTS (SELECT 1 FROM penalty_contest s WHERE s.penalty_id = p.id AND s.rests AND s.ended_on IS NULL) ORDER BY p.id`, [today]);
    for (const { id, number, region } of late) await each(() => this.remind(id, number, region));
    if (failures.length > 0) throw failures[0];
  }

  private async end(id: string): Promise<void> {
    await this.acts.locked(id);
    const [ended] = await this.db.query<{ id: string }>(
      `UPDATE penalty_decision SET unpublished_at = $2, unpublished_reason = '公示期届满' WHERE penalty_id = $3 AND published_at IS NOT NULL AND unpublished_at IS NULL AND publish_until < $1 RETURNING penalty_id AS id`, [this.acts.today, this.acts.now, id]);
    if (ended) await this.acts.line(BY, id, { text: { zh: '公示期届满，停止公示', en: 'The publication has ended' }, action: 'penalty.publication-ended' });
  }

  private remind(id: string, number: string, regionCode: string): Promise<void> {
    return this.notifier.notify({
      to: { role: 'bureau.supervisor', regionCode }, topic: 'penalty', subject: { type: 'penalty', id }, link: `/b/:orgId/penalties/${id}`, key: `penalty:${id}:publication-overdue`,
      title: { zh: `处罚决定逾期未公开：${number}`, en: `Not published in time: ${number}` }, body: { zh: '决定作出后 7 个工作日内应当公开，请督促办理。', en: 'A decision is published within seven working days. Please see to it.' },
    });
  }
}
