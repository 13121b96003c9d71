import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, newId, stale } from '@huanbao/platform';
import { In } from 'typeorm';
import { CaseRecord } from '../case.entity';
import { answerFirst, hearingDue, noProposal, noticeUnserved, periodRuns, secondPersonNeeded } from '../casework.errors';
import { casePolicy } from '../casework.policy';
import { lengthInWords } from '../clock/ledger';
import { ActOptions, type Intent } from '../engine/acting';
import { CaseHooks } from '../engine/case-hooks';
import { CaseMover } from '../engine/case-mover';
import { Machine, machineOf } from '../machine/machine';
import type { AdverseStep, Bilingual } from '../machine/machine.types';
import { possibleActions } from '../machine/transitions';
import { chineseDate } from '../notices/notice.content';
import { CaseNotice, Condition } from '../outcome.entity';
import { AdverseDecision, Answering, HearingLaw } from './adverse.entity';
import { deciding, isUnheard, isWaived, mayTakePart, waitsUntil, withdrawnOn } from './adverse.rules';
import { AdverseTerms, NOTHING, type Promised } from './adverse-terms';

export interface Proposal {
  /** What is to be decided, in words that stand in the title of its papers: 不予行政许可、撤销排污许可证. */
  readonly measure: string;
  readonly reasons: string;
  readonly conditions?: readonly Condition[];
  /** Officers whose own work led here: they may neither propose nor decide. */
  readonly excluded: readonly string[];
  /** Days for the statement, from the service of the notice, in the unit of the dated row; those of that row when left out. */
  readonly statementDays?: number;
  /** Nobody is to be heard, by the ground itself: no notice beforehand, no period; the machine's step is marked `put-forward`. */
  readonly unheard?: boolean;
  /** The party may ask for a hearing (行政许可法 第四十七条, 行政处罚法 第六十三条). */
  readonly hearingRight?: boolean;
  /** Which law gives the periods; 行政许可法 when left out. */
  readonly law?: HearingLaw;
}

export interface Service {
  readonly actor: Actor;
  readonly servedOn: string;
  readonly method: string;
  readonly receivedBy: string;
}

type Acting = Omit<ActOptions, 'reason' | 'decision'>;

/**
 * Decisions against a party, for every procedure: told beforehand with the right to speak, the party's word answered, made by a second
 * person, and not there for the party and the public until it is served. A machine marks its steps `adverse`.
 */
@Injectable()
export class AdverseDecisions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly mover: CaseMover,
    private readonly hooks: CaseHooks,
    private readonly terms: AdverseTerms,
  ) {}

  /** The newest of a case. */
  newest(caseId: string): Promise<AdverseDecision | null> {
    return this.db.repo(AdverseDecision).findOne({ where: { caseId }, order: { id: 'DESC' } });
  }

  /** The first person. Issues the 事先告知书, unless nobody is to be heard; no period runs before its service. @throws 422 `adverse.second-person`, 400 for a period that is too short */
  propose(machine: Machine, caseId: string, options: Acting & Proposal): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const { measure, reasons, conditions = [], excluded, hearingRight = false, unheard = false, law = 'licence', statementDays, ...acting } = options;
      const promised = unheard ? NOTHING : await this.terms.ofNotice({ statementDays, hearingRight, law });
      const one = this.row(caseId, { measure, reasons, conditions, excluded, hearingRight, actor: options.actor, ...promised });
      return this.mover.act(machine, caseId, stepNamed(machine, unheard ? 'put-forward' : 'propose'), {
        ...acting,
        reason: reasons,
        authorise: async c => {
          await options.authorise(c);
          if (!mayTakePart(one, options.actor.userId, 'proposer')) throw secondPersonNeeded();
        },
        extras: {
          intent: intentOf(one),
          before: () => this.db.repo(AdverseDecision).insert(one as object).then(() => undefined),
          issued: notice => this.db.repo(AdverseDecision).update({ id: one.id }, { noticeId: notice.id }).then(() => undefined),
        },
      });
    });
  }

  /** The second person. The decision and its paper are made, and hidden. @throws 422 `adverse.second-person`, 409 while the notice is not served, the party may speak or ask, its hearing is due or its word not answered */
  decide(machine: Machine, caseId: string, options: Acting & { readonly reasons: string }): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const found = await this.mover.lock(caseId, machine.kind);
      await options.authorise(found);
      const one = await this.required(caseId, 'open');
      // before the table is asked: whoever waits is told for what
      this.assertDecidable(one, options.actor);
      const { reasons, ...acting } = options;
      return this.mover.act(machine, caseId, stepNamed(machine, 'decide', found.state), {
        ...acting,
        reason: reasons,
        authorise: async c => {
          await options.authorise(c);
          this.assertDecidable(await this.required(caseId, 'open'), options.actor);
        },
        decision: { reasons: one.reasons, conditions: one.conditions },
        extras: {
          intent: intentOf(one),
          before: () => this.close(one.id, options.actor, { state: 'decided', decidedReason: reasons }),
          issued: notice => this.db.repo(AdverseDecision).update({ id: one.id }, { decisionNoticeId: notice.id }).then(() => undefined),
        },
        noticeParagraphs: [...answerParagraphs(one), ...hearingParagraphs(one)],
      });
    });
  }

  /** Not after all: the case goes on in the open. */
  drop(machine: Machine, caseId: string, options: Acting & { readonly reasons: string }): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const found = await this.mover.lock(caseId, machine.kind);
      await options.authorise(found);
      const one = await this.required(caseId, 'open');
      const { reasons, ...acting } = options;
      return this.mover.act(machine, caseId, stepNamed(machine, 'drop', found.state), {
        ...acting,
        reason: reasons,
        extras: { before: () => this.db.repo(AdverseDecision).update({ id: one.id }, { state: 'dropped', decidedReason: reasons }).then(() => undefined) },
      });
    });
  }

  /**
   * The paper reached the party: from here on the decision is there for everybody. Called by `Notices.serve` for a withheld paper.
   * Runs what the capability registered with `CaseHooks.onServed`, in the same transaction.
   */
  async served(c: CaseRecord, notice: CaseNotice, service: Service): Promise<void> {
    const machine = machineOf(c.kind);
    const one = await this.required(c.id, 'decided');
    if (one.decisionNoticeId !== notice.id) throw stale();
    const { actor, servedOn, method, receivedBy } = service;
    await this.db.repo(AdverseDecision).update({ id: one.id }, { state: 'served', servedOn, serviceMethod: method, receivedBy, servedAt: this.clock.now(), servedByName: actor.name });
    await this.db.repo(CaseNotice).update({ caseId: c.id, withheld: true }, { withheld: false });
    await this.mover.act(machine, c.id, stepNamed(machine, 'serve'), {
      actor,
      authorise: found => casePolicy.require(actor, 'case.serve-notice', found),
      details: { servedOn, method },
      effects: (moved, t) => this.hooks.runServed(moved, t),
    });
  }

  private current(caseId: string): Promise<AdverseDecision | null> {
    return this.db.repo(AdverseDecision).findOneBy({ caseId, state: In(['open', 'decided']) });
  }

  /** Under the case's lock, so that two officers see one another. */
  private async required(caseId: string, state: 'open' | 'decided'): Promise<AdverseDecision> {
    const one = await this.current(caseId);
    if (!one || one.state !== state) throw noProposal();
    return one;
  }

  private assertDecidable(one: AdverseDecision, actor: Actor): void {
    if (!mayTakePart(one, actor.userId, 'decider')) throw secondPersonNeeded();
    const how = deciding(one, this.clock.today());
    if (how === 'unserved') throw noticeUnserved();
    if (how === 'wait') throw periodRuns(waitsUntil(one) ?? '');
    if (how === 'hearing') throw hearingDue();
    if (how === 'answer-first') throw answerFirst();
  }

  private async close(id: string, actor: Actor, change: Partial<AdverseDecision>): Promise<void> {
    await this.db.repo(AdverseDecision).update({ id }, { ...change, decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now() });
  }

  private row(caseId: string, given: Required<Omit<Proposal, 'statementDays' | 'unheard' | 'law'>> & Promised & { actor: Actor }): AdverseDecision {
    const { actor, excluded, conditions, ...facts } = given;
    return Object.assign(new AdverseDecision(), {
      ...facts, id: newId(), caseId, state: 'open' as const, statementUntil: null, statementProvisional: false, conditions: [...conditions], excluded: [...excluded],
      proposedBy: actor.userId, proposedByName: actor.name, proposedAt: this.clock.now(),
    });
  }
}

export const ANSWERS: Readonly<Record<Answering, Bilingual>> = {
  adopted: { zh: '采纳', en: 'adopted' },
  partly: { zh: '部分采纳', en: 'partly adopted' },
  rejected: { zh: '不予采纳', en: 'not adopted' },
};

/** As its papers say it, each period in its own unit. */
function intentOf({ measure, reasons, statementDays, statementDayType, hearingDays, hearingDayType }: AdverseDecision): Intent {
  return { measure, reasons, period: statementDays === null ? null : lengthInWords(statementDays, statementDayType), hearingPeriod: hearingDays === null ? null : lengthInWords(hearingDays, hearingDayType) };
}

/** 行政许可法 第三十八条, 行政处罚法 第五十九条: the decision says what the party said and what became of it. */
function answerParagraphs(one: AdverseDecision): string[] {
  if (isUnheard(one)) return [];
  if (one.statedAt === null) return ['你单位在告知的期限内未提出陈述申辩。'];
  if (one.statement === null) return [`你单位已${one.statementReceipt?.how === 'oral' ? '口头' : '书面'}表示放弃陈述申辩。`];
  return [`你单位提出的陈述申辩，本机关${one.answering ? ANSWERS[one.answering].zh : ''}：${one.answer ?? ''}`];
}

/** 行政许可法 第四十八条第二款, 行政处罚法 第六十五条: what became of the hearing the party could ask for. */
function hearingParagraphs(one: AdverseDecision): string[] {
  if (!one.hearingRight || isUnheard(one)) return [];
  if (one.hearingAskedAt === null) return [isWaived(one) ? '你单位未要求听证。' : '你单位在告知的期限内未要求听证。'];
  const withdrawn = withdrawnOn(one);
  if (withdrawn !== null) return [`你单位要求听证后，于${chineseDate(withdrawn)}撤回了听证申请。`];
  const { hearing } = one;
  if (!hearing) return [];
  const held = chineseDate(hearing.heldOn);
  if (hearing.outcome === 'absent') return [`应你单位要求，本机关定于${held}举行听证并书面通知（${hearing.noticeNumber}），你单位无正当理由未出席，视为放弃听证。`];
  return [`应你单位要求，本机关于${held}举行听证，由${hearing.host}主持，制作了听证笔录；本决定根据听证笔录和查明的事实作出。`];
}

/** The one step of the machine that is marked so; where there are several, the one of this state. */
export function stepNamed(machine: Machine, adverse: AdverseStep, state?: string): string {
  const marked = Object.keys(machine.actions).filter(name => machine.actions[name]?.adverse === adverse);
  const names = marked.length > 1 && state !== undefined ? marked.filter(name => machine.actions[name]?.from.includes(state)) : marked;
  const name = names[0];
  if (name === undefined || names.length > 1) throw new Error(`Machine ${machine.kind} needs exactly one step marked adverse: ${adverse}`);
  return name;
}

/** Whether the machine knows such a step in this state. */
export function canStep(machine: Machine, state: string, adverse: string): boolean {
  return possibleActions(machine, state).some(name => machine.actions[name]?.adverse === adverse);
}

