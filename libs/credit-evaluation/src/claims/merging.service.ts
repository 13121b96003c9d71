import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { CreditLedger } from '@huanbao/credit';
import { Audit, Clock, Db, systemActor } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { EvaluationBook } from '../evaluation.reference';
import { CreditEvaluation, CreditEvaluationObjection, EvaluationParticipant } from '../evaluation.entity';
import { evaluationMachine, LAW } from '../evaluation.machine';
import { Announcing } from '../years/announcing.service';

const BY = systemActor('credit-evaluation');

interface Pair {
  readonly kept: EvaluationParticipant;
  readonly closed: EvaluationParticipant;
  /** The verified enterprise. */
  readonly to: string;
}

interface Cases {
  readonly kept: CreditEvaluation;
  readonly closed: CreditEvaluation;
  readonly reason: string;
}

/** Two places of one enterprise on the list of one year become one: the other is closed, with a reason and the number of the one that counts. */
@Injectable()
export class Merging {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly ledger: CreditLedger,
    private readonly book: EvaluationBook,
    private readonly announcing: Announcing,
    private readonly audit: Audit,
  ) {}

  /** Only in the transaction of the verification. Nothing is erased: place, case, results and letter stay to be read. */
  async merge({ kept, closed, to }: Pair): Promise<void> {
    const [keptCase, closedCase] = [await this.evaluation(kept), await this.evaluation(closed)];
    const reason = `同一企业同一年度只评价一次：单位核验后并入${keptCase?.number ?? '名单上的另一条'}`;
    if (keptCase && closedCase) await this.close({ kept: keptCase, closed: closedCase, reason }, to);
    await this.db.repo(EvaluationParticipant).update({ id: closed.id }, {
      mergedInto: kept.id, ...(closed.removedAt === null ? { removedAt: this.clock.now(), removedByName: BY.name, removedReason: reason } : {}),
    });
    await this.audit.record({ actor: BY, action: 'evaluation-year.merge', subject: { type: 'evaluation-year', id: closed.yearId }, details: { subjectId: to, kept: kept.id, closed: closed.id, keptNumber: keptCase?.number ?? null, closedNumber: closedCase?.number ?? null } });
  }

  private async evaluation({ evaluationId }: EvaluationParticipant): Promise<CreditEvaluation | null> {
    return evaluationId === null ? null : this.db.lock(CreditEvaluation, { id: evaluationId });
  }

  private async close({ kept, closed, reason }: Cases, to: string): Promise<void> {
    const details = { mergedInto: kept.id, number: kept.number };
    const c = await this.db.repo(CaseRecord).findOneByOrFail({ id: closed.id });
    await this.db.repo(CreditEvaluation).update({ id: closed.id }, { mergedInto: kept.id });
    if (c.closedAt === null) await this.engine.act(evaluationMachine, closed.id, 'merge', { actor: BY, reason, details, authorise: () => undefined });
    else await this.engine.note(closed.id, { actor: BY, authorise: () => undefined, text: { zh: reason, en: `Merged into ${kept.number ?? ''}: an enterprise is evaluated once a year` }, action: 'credit-evaluation.merge', details });
    await this.engine.note(kept.id, { actor: BY, authorise: () => undefined, text: { zh: `同一企业的${closed.number ?? '另一件'}已并入本件`, en: `${closed.number ?? 'The other one'} of the same enterprise was merged into this` }, action: 'credit-evaluation.merged', details: { closed: closed.id, number: closed.number } });
    if (closed.publishedAt !== null) await this.withdraw({ kept, closed, reason }, to);
    await this.endCorrection(closed, { reason, details });
    await this.carryObjections({ kept, closed, reason });
    await this.announcing.toSubject({ id: kept.id, subjectId: to }, { key: `merged-${closed.id}`, title: { zh: `${kept.year} 年度环境信用评价的两件已合并`, en: `Two evaluations of ${kept.year} became one` }, body: { zh: `${closed.number ?? '另一件'}已并入 ${kept.number ?? ''}，请在 ${kept.number ?? '这一件'} 中继续办理。`, en: `${closed.number ?? 'The other'} was merged into ${kept.number ?? 'this one'}; go on there.` } });
  }

  /** What no longer counts is no longer corrected. */
  private async endCorrection({ id }: CreditEvaluation, { reason, details }: { readonly reason: string; readonly details: Record<string, unknown> }): Promise<void> {
    const open = await this.db.repo(CreditEvaluation).findOneBy({ corrects: id, correctionEndedAt: IsNull() });
    if (!open) return;
    await this.engine.act(evaluationMachine, open.id, 'merge', { actor: BY, reason, details, authorise: () => undefined });
    await this.db.repo(CreditEvaluation).update({ id: open.id }, { correctionEndedAt: this.clock.now() });
  }

  /** A published result that counts no more leaves the standing of the day as well. */
  private async withdraw({ closed, reason }: Cases, to: string): Promise<void> {
    for (const { key, subjectId } of await this.ledger.of([closed.subjectId, to], { sourceType: 'credit-evaluation', sourceId: closed.id })) {
      await this.ledger.change(BY, { subjectId, eventKey: key, key: `credit-evaluation:merged:${closed.id}`, status: 'revoked', effectiveOn: this.clock.today(), reason, basis: LAW });
    }
  }

  /** What nobody has answered goes on with the case that stays: heard there while it may be, otherwise the officers are told. */
  private async carryObjections({ kept, closed }: Cases): Promise<void> {
    const open = await this.db.repo(CreditEvaluationObjection).findBy({ evaluationId: closed.id, answeredAt: IsNull() });
    if (open.length === 0) return;
    await this.db.repo(CreditEvaluationObjection).update({ evaluationId: closed.id, answeredAt: IsNull() }, { evaluationId: kept.id });
    const c = await this.db.repo(CaseRecord).findOneByOrFail({ id: kept.id });
    if (c.state === 'publicity') await this.engine.act(evaluationMachine, kept.id, 'object', { actor: BY, authorise: () => undefined, details: { objections: open.map(one => one.number) }, clockPeriods: { recheck: await this.book.period('recheck') } });
    await this.announcing.toPost('bureau.reviewer', kept, { key: `carried-${closed.id}`, title: { zh: `并入的评价有未答复的异议：${kept.subjectName}`, en: `Open objections came with a merged evaluation: ${kept.subjectName}` }, body: { zh: `${open.map(one => one.number).join('、')} 转到 ${kept.number ?? ''}，请复核并答复提出人。`, en: `${open.map(one => one.number).join(', ')} now belong to ${kept.number ?? 'this one'}; please answer.` } });
  }
}
