import { Injectable } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { Actor, Audit, Clock, Db, FieldCipher, newId, notFound, Numbering, Outbox, systemActor, violatedConstraint } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { EvaluationActs, type Given, type Step } from '../acting';
import { checksOf } from '../checking/checks';
import { Results } from '../checking/results';
import type { PublicObjectionDto, RecheckDto } from '../dto';
import { CreditEvaluation, CreditEvaluationObjection } from '../evaluation.entity';
import { changesMissing, changesUnwanted, objectionLate, samePerson } from '../evaluation.errors';
import { evaluationAnswered } from '../evaluation.events';
import { evaluationPolicy } from '../evaluation.policy';
import { EvaluationBook } from '../evaluation.reference';
import { newLetterCode } from '../letters/letter';
import { renewedUntil } from '../rules/plan';
import { Announcing } from '../years/announcing.service';

export const CONTACT_CONTEXT = 'credit_evaluation_objection.contact';
const changedWords = (days: number): { zh: string; en: string } => ({ zh: `复核并答复异议：结果更正${days > 0 ? `，再公示 ${days} 日` : ''}`, en: `Objection answered: the result is changed${days > 0 ? ` and public for another ${days} days` : ''}` });
const CITIZEN = systemActor('citizen');

interface Made {
  readonly side: 'enterprise' | 'public';
  readonly byName: string;
  readonly words: string;
  readonly contact: string | null;
  readonly clientId: string | null;
}

/** 异议: by the enterprise or a citizen within the publicity; it holds up this enterprise alone, and is answered by somebody who took no part. */
@Injectable()
export class Objecting {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly acts: EvaluationActs,
    private readonly book: EvaluationBook,
    private readonly results: Results,
    private readonly numbering: Numbering,
    private readonly cipher: FieldCipher,
    private readonly announcing: Announcing,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** By the enterprise or who acts for it. @throws 422 outside the publicity */
  object(actor: Actor, id: string, words: string): Promise<CreditEvaluationObjection> {
    return this.db.transaction(async () => {
      const c = await this.db.lock(CaseRecord, { id, kind: 'credit-evaluation' });
      evaluationPolicy.require(actor, 'credit-evaluation.object', c);
      return this.make(actor, c, { side: 'enterprise', byName: actor.orgName ?? actor.name, words, contact: null, clientId: null });
    });
  }

  /** By a citizen with name and telephone. The same one sent twice answers the same receipt. */
  async objectPublicly(id: string, { clientId, name, phone, words }: PublicObjectionDto): Promise<CreditEvaluationObjection> {
    const known = await this.db.repo(CreditEvaluationObjection).findOneBy({ clientId, evaluationId: id });
    if (known) return known;
    try {
      return await this.db.transaction(async () => {
        const c = await this.db.lock(CaseRecord, { id, kind: 'credit-evaluation' });
        // what is not public yet is not there for a citizen
        if (!c || !['publicity', 'objection', 'approved', 'published'].includes(c.state)) throw notFound();
        return this.make(CITIZEN, c, { side: 'public', byName: `${name.slice(0, 1)}**`, words, contact: JSON.stringify({ name, phone }), clientId });
      });
    } catch (error) {
      const twin = violatedConstraint(error) === 'credit_evaluation_objection_client' ? await this.db.repo(CreditEvaluationObjection).findOneBy({ clientId, evaluationId: id }) : null;
      if (twin) return twin;
      throw error;
    }
  }

  /** Every open objection of the case is answered at once; the result stays, or some indicators change and it is reckoned anew. */
  async answer(step: Step, { verdict, answer, items = [] }: RecheckDto): Promise<CaseRecord> {
    if (verdict === 'changed' && items.length === 0) throw changesMissing();
    if (verdict === 'kept' && items.length > 0) throw changesUnwanted();
    const days = verdict === 'changed' ? await this.book.number('changed-publicity-days') : 0;
    return this.acts.move(step, 'answer', {
      need: 'credit-evaluation.recheck', details: { verdict, publicityDays: days }, ...(verdict === 'changed' ? { publicText: changedWords(days) } : {}),
      change: async given => {
        const { evaluation } = given;
        if ([evaluation.checkedBy, evaluation.reviewedBy].includes(step.actor.userId)) throw samePerson();
        const answered = { verdict, answer, answeredBy: step.actor.userId, answeredByName: step.actor.name, answeredAt: this.clock.now() };
        await this.db.repo(CreditEvaluationObjection).update({ evaluationId: evaluation.id, answeredAt: IsNull() }, answered);
        const changed: Partial<CreditEvaluation> = verdict === 'kept' ? {} : await this.changed(step.actor, given, { items, days });
        const until = days > 0 ? { zh: `更正后的结果公示到 ${changed.publicUntil ?? ''}，期内可以提出异议。`, en: ` The changed result is public until ${changed.publicUntil ?? ''}; you may object.` } : { zh: '', en: '' };
        await this.announcing.toSubject(evaluation, { key: `answered-${step.version}`, title: { zh: verdict === 'kept' ? '异议复核：维持初评结果' : '异议复核：初评结果已更正', en: verdict === 'kept' ? 'Objection: the result stays' : 'Objection: the result is changed' }, body: { zh: `${answer}${until.zh && '\n'}${until.zh}`, en: `${answer}${until.en}` } });
        await this.outbox.publish(evaluationAnswered, { subjectId: evaluation.subjectId });
        return changed;
      },
    });
  }

  /** Reckoned anew, and public again as long as the dated row says: what was changed had not been public before. */
  private async changed(actor: Actor, { evaluation, year }: Given, { items, days }: { readonly items: NonNullable<RecheckDto['items']>; readonly days: number }): Promise<Partial<CreditEvaluation>> {
    const today = this.clock.today();
    const checks = { ...evaluation.checks, ...checksOf(items, { actor, now: this.clock.now(), levels: await this.book.levels() }) };
    const columns = await this.results.reckon({ ...evaluation, checks }, year, { cause: 'recheck', byName: actor.name });
    return { ...columns, checks, version: evaluation.version + 1, changedOn: today, publicUntil: renewedUntil(today, days, evaluation.publicUntil as string) };
  }

  private async make(actor: Actor, c: CaseRecord, made: Made): Promise<CreditEvaluationObjection> {
    const evaluation = await this.db.repo(CreditEvaluation).findOneByOrFail({ id: c.id });
    if (!['publicity', 'objection'].includes(c.state) || evaluation.publicUntil === null || this.clock.today() > evaluation.publicUntil) throw objectionLate(evaluation.publicUntil);
    const { side, byName, words, contact, clientId } = made;
    const row: CreditEvaluationObjection = {
      id: newId(), evaluationId: c.id, number: await this.numbering.code('credit-evaluation-objection', 'YP'), code: side === 'public' ? newLetterCode() : null, clientId, side, byName, contactCipher: contact === null ? null : this.cipher.encrypt(contact, CONTACT_CONTEXT), words, madeAt: this.clock.now(),
      verdict: null, answer: null, answeredBy: null, answeredByName: null, answeredAt: null,
    };
    await this.db.repo(CreditEvaluationObjection).insert(row);
    if (c.state === 'publicity') await this.acts.move({ actor, id: c.id }, 'object', { need: null, details: { objection: row.number, side }, clockPeriods: { recheck: await this.book.period('recheck') }, change: async () => ({}) });
    else await this.audit.record({ actor, action: 'credit-evaluation.object', subject: { type: 'credit-evaluation', id: c.id }, details: { objection: row.number, side } });
    await this.announcing.toPost('bureau.reviewer', evaluation, { key: `objection-${row.id}`, title: { zh: `评价结果有异议：${evaluation.subjectName}`, en: `Objection: ${evaluation.subjectName}` }, body: { zh: `${row.number}，请由未参与初核和复核的人员复核。`, en: `${row.number}: to be re-checked by somebody who took no part.` } });
    return row;
  }
}
