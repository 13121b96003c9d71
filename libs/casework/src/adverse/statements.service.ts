import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db } from '@huanbao/platform';
import { CaseFiles } from '../case.files';
import { notAnswerable, statementOver } from '../casework.errors';
import { casePolicy } from '../casework.policy';
import { CaseMessages } from '../engine/case-messages';
import { CaseMover } from '../engine/case-mover';
import { Timeline } from '../engine/timeline';
import { AdverseDecision, Answering, type Receipt } from './adverse.entity';
import { mayState } from './adverse.rules';
import { ANSWERS } from './adverse.service';
import { received, traceOf } from './receipts';
import { AdverseTelling } from './telling.service';

export interface StatementInput {
  readonly actor: Actor;
  /** Left out: the party gives its right up, and the hearing with it. */
  readonly text?: string;
  readonly fileIds?: readonly string[];
  /** It came on paper or by mouth, and an officer enters it: the day of its receipt counts. */
  readonly receipt?: Receipt;
}

/** 陈述申辩: the word of the party before a decision against it, and the answer to it. */
@Injectable()
export class AdverseStatements {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly mover: CaseMover,
    private readonly timeline: Timeline,
    private readonly messages: CaseMessages,
    private readonly files: CaseFiles,
    private readonly telling: AdverseTelling,
  ) {}

  /** Once, from the issue of the notice to the end of the last day. @throws 409 `adverse.statement-over`, 400 for a file that is none of the case */
  state(caseId: string, { actor, text, fileIds = [], receipt }: StatementInput): Promise<AdverseDecision> {
    return this.db.transaction(async () => {
      const found = await this.mover.lock(caseId);
      casePolicy.require(actor, receipt ? 'case.receive-word' : 'case.state', found);
      const open = await this.telling.current(caseId);
      if (!open || mayState(open, receipt?.receivedOn ?? this.clock.today()) !== 'yes') throw statementOver(open?.statedAt ? 'done' : 'over');
      await this.files.assertOf(caseId, fileIds);
      const one = await this.telling.spoke(found, open, { actor, on: receipt?.receivedOn });
      const c = await this.mover.lock(caseId);
      const by = receipt ? { statedBy: null, statedByName: receipt.givenBy, statementReceipt: receipt } : { statedBy: actor.userId, statedByName: actor.name };
      const said = { statement: text?.trim() || null, statementFileIds: [...fileIds], statedAt: this.clock.now(), ...by };
      await this.db.repo(AdverseDecision).update({ id: one.id }, said);
      const waived = said.statement === null;
      const line = waived ? { zh: one.hearingRight ? '放弃陈述申辩和听证' : '放弃陈述申辩', en: 'The statement was waived' } : { zh: '提出陈述申辩', en: 'A statement was made' };
      await this.timeline.write(c, { kind: 'noted', actor, text: received(line, receipt), auditAction: receipt ? 'case.receive-word' : 'case.state', versionBefore: c.version, visibility: 'parties', details: { adverseId: one.id, ...traceOf(receipt) } });
      await this.messages.stated(c, { id: one.id, to: one.proposedBy, waived });
      if (receipt) await this.messages.received(c, { id: one.id, what: line, receivedOn: receipt.receivedOn });
      return { ...one, ...said };
    });
  }

  /** What the bureau made of it; the party reads it with the decision. @throws 409 `adverse.nothing-to-answer` */
  answer(caseId: string, actor: Actor, input: { readonly answering: Answering; readonly text: string }): Promise<AdverseDecision> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(actor, 'case.answer-statement', c);
      await this.mover.assertImpartial(c, actor);
      const one = await this.telling.current(caseId);
      if (!one || one.state !== 'open' || one.statement === null) throw notAnswerable();
      const answered = { answering: input.answering, answer: input.text.trim(), answeredAt: this.clock.now(), answeredByName: actor.name };
      await this.db.repo(AdverseDecision).update({ id: one.id }, answered);
      const text = { zh: `答复陈述申辩：${ANSWERS[input.answering].zh}`, en: `Statement answered: ${ANSWERS[input.answering].en}` };
      await this.timeline.write(c, { kind: 'noted', actor, text, auditAction: 'case.answer-statement', versionBefore: c.version, visibility: 'bureau', details: { adverseId: one.id, answering: input.answering } });
      return { ...one, ...answered };
    });
  }
}
