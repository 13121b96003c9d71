import { Injectable } from '@nestjs/common';
import { CreditEvents, CreditLedger, type EventStatus } from '@huanbao/credit';
import { Db, shanghaiDate, systemActor } from '@huanbao/platform';
import { Penalty, PenaltyContest, PenaltyDecision } from '../entities';
import { PenaltyReference } from '../penalties.reference';
import { creditClassOf, loweredClassOf, type Weighed } from '../rules/credit';
import { moreThan } from '../rules/money';
import { burdenWords } from '../papers/papers';
import { PenaltyActs } from './acting';

const BY = systemActor('penalties');

type Entered = Awaited<ReturnType<CreditLedger['of']>>[number];
type Served = PenaltyDecision & { readonly servedOn: string };

/** The penalty of an enterprise or a service firm in its credit: entered once, lowered or revoked when the decision is; nothing is erased. */
@Injectable()
export class Crediting {
  constructor(
    private readonly db: Db,
    private readonly acts: PenaltyActs,
    private readonly reference: PenaltyReference,
    private readonly ledger: CreditLedger,
    private readonly events: CreditEvents,
  ) {}

  /** Told again after every step that the credit follows; what was entered before stays as it was entered, whatever the rules of today say. */
  async tell(penaltyId: string): Promise<void> {
    const penalty = await this.db.repo(Penalty).findOneBy({ id: penaltyId });
    const decision = await this.acts.decision(penaltyId);
    if (!penalty?.partyOrgId || (penalty.partyKind !== 'enterprise' && penalty.partyKind !== 'firm') || decision?.kind !== 'penalty' || !isServed(decision)) return;
    const key = `penalty:${decision.id}`;
    const subjectId = penalty.partyOrgId;
    if (!(await this.enteredFor(penalty, key)).some(one => one.key === key)) await this.enter(penalty, decision, key);
    await this.rested(penalty, { documentNo: decision.number, servedOn: decision.servedOn }, key);
    if (moreThan(decision.fineYuan, decision.dueFineYuan)) await this.lowered(penalty, decision, key);
    for (const { key: eventKey } of decision.revokedAt ? await this.enteredFor(penalty, key) : []) await this.ledger.change(BY, { subjectId, eventKey, key: 'revoked', status: 'revoked', effectiveOn: decision.servedOn, reason: `处罚决定已撤销：${decision.revokedReason ?? ''}`.slice(0, 500), basis: '行政处罚法 第七十五条第二款', documentNo: decision.number });
  }

  /** While a contest stops the decision it does not count; with its end it does again. What was repaired or taken back meanwhile stays so. */
  private async rested(penalty: Penalty, { documentNo, servedOn }: { readonly documentNo: string; readonly servedOn: string }, key: string): Promise<void> {
    const subjectId = penalty.partyOrgId as string;
    const contests = await this.db.repo(PenaltyContest).find({ where: { penaltyId: penalty.id, rests: true }, order: { filedOn: 'ASC', id: 'ASC' } });
    for (const { id, kind, filedOn, endedOn, stopReason } of contests) {
      const basis = kind === 'litigation' ? '行政诉讼法 第五十六条' : '行政复议法 第四十二条';
      const say = (name: 'stopped' | 'resumed', status: 'suspended' | 'active', on: string): Promise<boolean> =>
        this.ledger.change(BY, { subjectId, eventKey: key, key: `contest:${id}:${name}`, status, effectiveOn: on < servedOn ? servedOn : on, reason: name === 'stopped' ? `停止执行：${stopReason ?? '复议、诉讼期间'}`.slice(0, 500) : '复议、诉讼已结束，恢复计算', basis, documentNo });
      if ((await this.statusOf(subjectId, key)) === 'active') await say('stopped', 'suspended', filedOn);
      if (endedOn !== null && (await this.statusOf(subjectId, key)) === 'suspended') await say('resumed', 'active', endedOn);
    }
  }

  /** Of what the decision is in the ledger today. */
  private async statusOf(subjectId: string, key: string): Promise<EventStatus | null> {
    const stands = (await this.events.of(subjectId)).filter(one => (one.key === key || one.key.startsWith(`${key}:`)) && one.replacedBy === null);
    return stands[0]?.status ?? null;
  }

  private async enter(penalty: Penalty, decision: Served, key: string): Promise<void> {
    const found = creditClassOf(weighedOf(penalty, decision), await this.reference.creditScale(decision.servedOn));
    await this.ledger.append(BY, {
      key, subjectId: penalty.partyOrgId as string, ...found, title: `${burdenWords(decision)}（${decision.number}）`.slice(0, 120), facts: penalty.violationTitle ?? '', legalBasis: decision.law.legalBasis, sourceType: 'penalty', sourceId: penalty.id, documentNo: decision.number, occurredOn: decision.servedOn,
    });
  }

  /** A fine that was lowered is another fact from the day of the change on; the day it counts its periods from and what was repaired stay. */
  private async lowered(penalty: Penalty, decision: Served, key: string): Promise<void> {
    const subjectId = penalty.partyOrgId as string;
    const changes = await this.db.repo(PenaltyContest).find({ where: { penaltyId: penalty.id, outcome: 'changed' }, order: { endedOn: 'DESC', id: 'DESC' } });
    const on = changes[0]?.endedOn ?? shanghaiDate(this.acts.now);
    const current = `${key}:${decision.dueFineYuan}`;
    const entered = await this.enteredFor(penalty, key);
    // lowered by a reconsideration and again by a court: the last of the amounts gives way
    const last = entered.filter(one => !entered.some(other => other.replaces === one.key)).sort((a, b) => amountIn(a.key, key) - amountIn(b.key, key))[0];
    if (!last || entered.some(one => one.key === current)) return;
    const found = loweredClassOf(last, weighedOf(penalty, { ...decision, fineYuan: decision.dueFineYuan }), await this.reference.creditScale(decision.servedOn));
    await this.ledger.replace(BY, { eventKey: last.key, key: `changed-${decision.dueFineYuan}`, reason: `罚款变更为 ${decision.dueFineYuan} 元，另行登记`, basis: '复议决定或者判决', documentNo: decision.number }, {
      key: current, subjectId, type: found.type, severity: found.severity, title: `变更后罚款 ${decision.dueFineYuan} 元（${decision.number}）`, facts: penalty.violationTitle ?? '', legalBasis: decision.law.legalBasis, sourceType: 'penalty', sourceId: penalty.id, documentNo: decision.number, occurredOn: decision.servedOn, validFrom: on,
    });
  }

  /** The decision in the ledger, with each amount it was lowered to. */
  private async enteredFor(penalty: Penalty, key: string): Promise<Entered[]> {
    const entered = await this.ledger.of([penalty.partyOrgId as string], { sourceType: 'penalty', sourceId: penalty.id });
    return entered.filter(one => one.key === key || one.key.startsWith(`${key}:`));
  }
}

/** Of a case and its decision what its place in the credit depends on. */
export const weighedOf = ({ partyKind, violation, dailyYuan }: Penalty, { measures, fineYuan }: Pick<PenaltyDecision, 'measures' | 'fineYuan'>): Weighed => ({ partyKind, violation, measures, fineYuan, isDaily: dailyYuan !== null });

const isServed = (decision: PenaltyDecision): decision is Served => decision.servedOn !== null;

/** The decision itself comes last: it bears the highest amount. */
const amountIn = (eventKey: string, key: string): number => (eventKey === key ? Number.POSITIVE_INFINITY : Number(eventKey.slice(key.length + 1)));
