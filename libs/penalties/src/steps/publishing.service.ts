import { Injectable } from '@nestjs/common';
import { CreditLedger } from '@huanbao/credit';
import { Notifier } from '@huanbao/notifications';
import { Db, shanghaiDate, systemActor } from '@huanbao/platform';
import type { PublishPenaltyDto } from '../performance.dto';
import { Penalty, PenaltyContest, PenaltyDecision } from '../entities';
import { notPublishable } from '../penalties.errors';
import { PenaltyReference } from '../penalties.reference';
import { monthsAfter } from '../rules/law';
import { moreThan } from '../rules/money';
import { maskedText, type Measure } from '../words';
import { PenaltyActs, type Step } from './acting';
import { burdenWords } from '../papers/papers';

const BY = systemActor('penalties');
const SERIOUS: readonly Measure[] = ['suspend', 'withhold-permit', 'revoke-permit', 'close'];

/** Seven working days to the public list; off it when its period ends; and the credit of an enterprise, which follows. */
@Injectable()
export class Publishing {
  constructor(
    private readonly db: Db,
    private readonly acts: PenaltyActs,
    private readonly reference: PenaltyReference,
    private readonly ledger: CreditLedger,
    private readonly notifier: Notifier,
  ) {}

  publish(step: Pick<Step, 'actor' | 'id'>, { summary }: PublishPenaltyDto): Promise<void> {
    return this.acts.note(step, { need: 'penalty.publish', text: { zh: '公开处罚决定', en: 'The decision was published' }, action: 'penalty.publish' }, async penalty => {
      const decision = await this.acts.decision(step.id);
      if (decision?.kind !== 'penalty' || !decision.servedOn || decision.revokedAt || decision.publishedAt) throw notPublishable();
      const publishUntil = monthsAfter(this.acts.today, await this.reference.number(`publicity:${gravity(decision.measures)}`));
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

  /** Nightly: what has stood its time comes off; who should have published is told, once. */
  async round(): Promise<void> {
    const today = this.acts.today;
    const ended = await this.db.query<{ id: string }>(
      `UPDATE penalty_decision SET unpublished_at = $2, unpublished_reason = '公示期届满' WHERE published_at IS NOT NULL AND unpublished_at IS NULL AND publish_until < $1 RETURNING penalty_id AS id`, [today, this.acts.now]);
    for (const { id } of ended) await this.acts.line(BY, id, { text: { zh: '公示期届满，停止公示', en: 'The publication has ended' }, action: 'penalty.publication-ended' });
    const late = await this.db.query<{ id: string; number: string; region: string }>(
      `SELECT p.id, d.number, p.region_code AS region FROM penalty_decision d JOIN penalty p ON p.id = d.penalty_id WHERE d.kind = 'penalty' AND d.published_at IS NULL AND d.revoked_at IS NULL AND d.served_on IS NOT NULL AND d.publish_due < $1 ORDER BY p.id`, [today]);
    for (const { id, number, region } of late) await this.remind(id, number, region);
  }

  /** The penalty of an enterprise or a service firm in its credit: entered once, lowered or revoked when the decision is; nothing is erased. */
  async tellCredit(penaltyId: string): Promise<void> {
    const penalty = await this.db.repo(Penalty).findOneBy({ id: penaltyId });
    const decision = await this.acts.decision(penaltyId);
    if (!penalty?.partyOrgId || (penalty.partyKind !== 'enterprise' && penalty.partyKind !== 'firm') || decision?.kind !== 'penalty' || decision.servedOn === null) return;
    const key = `penalty:${decision.id}`;
    const subjectId = penalty.partyOrgId;
    await this.ledger.append(BY, {
      key, subjectId, type: await this.creditType(penalty, decision), title: `${burdenWords(decision)}（${decision.number}）`.slice(0, 120), facts: penalty.violationTitle ?? '', legalBasis: decision.law.legalBasis, sourceType: 'penalty', sourceId: penalty.id, documentNo: decision.number, occurredOn: decision.servedOn,
    });
    if (moreThan(decision.fineYuan, decision.dueFineYuan)) await this.lowered(penalty, decision, key);
    for (const { key: eventKey } of decision.revokedAt ? await this.enteredFor(penalty, key) : []) await this.ledger.change(BY, { subjectId, eventKey, key: 'revoked', status: 'revoked', effectiveOn: decision.servedOn, reason: `处罚决定已撤销：${decision.revokedReason ?? ''}`.slice(0, 500), basis: '行政处罚法 第七十五条第二款', documentNo: decision.number });
  }

  /** A fine that was lowered is another fact from the day of the change on; the day it counts its periods from and what was repaired stay. */
  private async lowered(penalty: Penalty, decision: PenaltyDecision, key: string): Promise<void> {
    const subjectId = penalty.partyOrgId as string;
    const changes = await this.db.repo(PenaltyContest).find({ where: { penaltyId: penalty.id, outcome: 'changed' }, order: { endedOn: 'DESC', id: 'DESC' } });
    const on = changes[0]?.endedOn ?? shanghaiDate(this.acts.now);
    const current = `${key}:${decision.dueFineYuan}`;
    const entered = await this.enteredFor(penalty, key);
    // lowered by a reconsideration and again by a court: the last of the amounts gives way
    const last = entered.map(one => one.key).filter(one => !entered.some(other => other.replaces === one)).sort((a, b) => amountIn(a, key) - amountIn(b, key))[0];
    if (!last || entered.some(one => one.key === current)) return;
    await this.ledger.replace(BY, { eventKey: last, key: `changed-${decision.dueFineYuan}`, reason: `罚款变更为 ${decision.dueFineYuan} 元，另行登记`, basis: '复议决定或者判决', documentNo: decision.number }, {
      key: current, subjectId, type: await this.creditType(penalty, { ...decision, fineYuan: decision.dueFineYuan }), title: `变更后罚款 ${decision.dueFineYuan} 元（${decision.number}）`, facts: penalty.violationTitle ?? '', legalBasis: decision.law.legalBasis, sourceType: 'penalty', sourceId: penalty.id, documentNo: decision.number, occurredOn: decision.servedOn as string, validFrom: on,
    });
  }

  /** The decision in the ledger, with each amount it was lowered to. */
  private async enteredFor(penalty: Penalty, key: string): Promise<{ readonly key: string; readonly replaces: string | null }[]> {
    const entered = await this.ledger.of([penalty.partyOrgId as string], { sourceType: 'penalty', sourceId: penalty.id });
    return entered.filter(one => one.key === key || one.key.startsWith(`${key}:`));
  }

  /** Service firms have a scheme of their own, in which a penalty is one kind of fact. */
  private async creditType({ dailyYuan, partyKind }: Penalty, { measures, fineYuan }: Pick<PenaltyDecision, 'measures' | 'fineYuan'>): Promise<string> {
    if (partyKind === 'firm') return 'firm.penalised';
    if (measures.includes('revoke-permit')) return 'licence-revoked';
    if (dailyYuan !== null) return 'daily-penalty';
    if (measures.some(one => one === 'suspend' || one === 'restrict' || one === 'close')) return 'suspension';
    if (measures.includes('confiscate') || (measures.includes('fine') && !moreThan(await this.reference.text('credit:large-fine'), fineYuan))) return 'fine-large';
    return measures.includes('fine') ? 'fine' : 'warning';
  }

  private remind(id: string, number: string, regionCode: string): Promise<void> {
    return this.notifier.notify({
      to: { role: 'bureau.supervisor', regionCode }, topic: 'penalty', subject: { type: 'penalty', id }, link: `/b/:orgId/penalties/${id}`, key: `penalty:${id}:publication-overdue`,
      title: { zh: `处罚决定逾期未公开：${number}`, en: `Not published in time: ${number}` }, body: { zh: '决定作出后 7 个工作日内应当公开，请督促办理。', en: 'A decision is published within seven working days. Please see to it.' },
    });
  }
}

/** The decision itself comes last: it bears the highest amount. */
const amountIn = (eventKey: string, key: string): number => (eventKey === key ? Number.POSITIVE_INFINITY : Number(eventKey.slice(key.length + 1)));

/** Class of publicity. */
export const gravity = (measures: readonly Measure[]): 'minor' | 'general' | 'serious' =>
  measures.some(one => SERIOUS.includes(one)) ? 'serious' : measures.some(one => one === 'fine' || one === 'confiscate' || one === 'restrict') ? 'general' : 'minor';
