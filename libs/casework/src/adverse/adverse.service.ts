import { Injectable } from '@nestjs/common';
import { addWorkingDays } from '@huanbao/calendar';
import { Actor, Clock, Db, newId, stale } from '@huanbao/platform';
import { In } from 'typeorm';
import { CaseRecord } from '../case.entity';
import { CaseFiles } from '../case.files';
import { answerFirst, noProposal, notAnswerable, periodRuns, secondPersonNeeded, statementOver, statementTooShort } from '../casework.errors';
import { casePolicy } from '../casework.policy';
import { ActOptions } from '../engine/acting';
import { CaseHooks } from '../engine/case-hooks';
import { CaseMessages } from '../engine/case-messages';
import { CaseMover } from '../engine/case-mover';
import { Timeline } from '../engine/timeline';
import { Machine, machineOf } from '../machine/machine';
import type { Bilingual } from '../machine/machine.types';
import { possibleActions } from '../machine/transitions';
import { CaseNotice, Condition } from '../outcome.entity';
import { CalendarService } from '../reference/calendar.service';
import { AdverseDecision, Answering } from './adverse.entity';
import { deciding, LEAST_STATEMENT_WORKDAYS, mayState, mayTakePart, STATEMENT_WORKDAYS } from './adverse.rules';

export interface Proposal {
  /** What is to be decided, in words that stand in the title of its papers: 不予行政许可、撤销排污许可证. */
  readonly measure: string;
  readonly reasons: string;
  readonly conditions?: readonly Condition[];
  /** Officers whose own work led here: they may neither propose nor decide. */
  readonly excluded: readonly string[];
  /** Last day for the statement; five working days when left out. */
  readonly statementUntil?: string;
  /** Nobody is to be heard, by the ground itself: no notice beforehand, no period; the machine's step is marked `put-forward`. */
  readonly unheard?: boolean;
  /** The party may ask for a hearing (行政许可法 第四十七条, 行政处罚法 第六十三条). */
  readonly hearingRight?: boolean;
}

export interface StatementInput {
  readonly actor: Actor;
  /** Left out: the party gives its right up. */
  readonly text?: string;
  readonly fileIds?: readonly string[];
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
    private readonly timeline: Timeline,
    private readonly hooks: CaseHooks,
    private readonly messages: CaseMessages,
    private readonly calendars: CalendarService,
    private readonly files: CaseFiles,
  ) {}

  /** The newest of a case. */
  newest(caseId: string): Promise<AdverseDecision | null> {
    return this.db.repo(AdverseDecision).findOne({ where: { caseId }, order: { id: 'DESC' } });
  }

  /** The first person. Issues the 事先告知书, unless nobody is to be heard. @throws 422 `adverse.second-person`, 400 for a period under three working days */
  propose(machine: Machine, caseId: string, options: Acting & Proposal): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const { measure, reasons, conditions = [], excluded, hearingRight = false, unheard = false, ...acting } = options;
      const period = unheard ? NO_PERIOD : await this.period(options.statementUntil);
      const one = this.row(caseId, { measure, reasons, conditions, excluded, hearingRight, actor: options.actor, ...period });
      return this.mover.act(machine, caseId, stepNamed(machine, unheard ? 'put-forward' : 'propose'), {
        ...acting,
        reason: reasons,
        authorise: async c => {
          await options.authorise(c);
          if (!mayTakePart(one, options.actor.userId, 'proposer')) throw secondPersonNeeded();
        },
        extras: {
          intent: { measure, reasons, until: period.statementUntil, provisional: period.statementProvisional, hearingRight },
          before: () => this.db.repo(AdverseDecision).insert(one as object).then(() => undefined),
          issued: notice => this.db.repo(AdverseDecision).update({ id: one.id }, { noticeId: notice.id }).then(() => undefined),
        },
      });
    });
  }

  /** 陈述申辩, once, to the end of the last day. @throws 409 `adverse.statement-over`, 400 for a file that is none of the case */
  state(caseId: string, { actor, text, fileIds = [] }: StatementInput): Promise<AdverseDecision> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(actor, 'case.state', c);
      const one = await this.current(caseId);
      if (!one || mayState(one, this.clock.today()) !== 'yes') throw statementOver(one?.statedAt ? 'done' : 'over');
      await this.files.assertOf(caseId, fileIds);
      const said = { statement: text?.trim() || null, statementFileIds: [...fileIds], statedAt: this.clock.now(), statedBy: actor.userId, statedByName: actor.name };
      await this.db.repo(AdverseDecision).update({ id: one.id }, said);
      const line = said.statement === null ? { zh: '放弃陈述申辩', en: 'The statement was waived' } : { zh: '提出陈述申辩', en: 'A statement was made' };
      await this.line(c, actor, { text: line, action: 'case.state', details: { adverseId: one.id } });
      await this.messages.stated(c, { id: one.id, to: one.proposedBy, waived: said.statement === null });
      return { ...one, ...said };
    });
  }

  /** What the bureau made of it; the party reads it with the decision. @throws 409 `adverse.nothing-to-answer` */
  answer(caseId: string, actor: Actor, input: { readonly answering: Answering; readonly text: string }): Promise<AdverseDecision> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(actor, 'case.answer-statement', c);
      const one = await this.current(caseId);
      if (!one || one.state !== 'open' || one.statement === null) throw notAnswerable();
      const answered = { answering: input.answering, answer: input.text.trim(), answeredAt: this.clock.now(), answeredByName: actor.name };
      await this.db.repo(AdverseDecision).update({ id: one.id }, answered);
      const text = { zh: `答复陈述申辩：${ANSWERS[input.answering].zh}`, en: `Statement answered: ${ANSWERS[input.answering].en}` };
      await this.line(c, actor, { text, action: 'case.answer-statement', details: { adverseId: one.id, answering: input.answering } });
      return { ...one, ...answered };
    });
  }

  /** The second person. The decision and its paper are made, and hidden. @throws 422 `adverse.second-person`, 409 while the party may speak or waits for an answer */
  decide(machine: Machine, caseId: string, options: Acting & { readonly reasons: string }): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const found = await this.mover.lock(caseId, machine.kind);
      await options.authorise(found);
      const one = await this.required(caseId, 'open');
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
          intent: { measure: one.measure, reasons: one.reasons, until: one.statementUntil, provisional: one.statementProvisional, hearingRight: one.hearingRight },
          before: () => this.close(one.id, options.actor, { state: 'decided', decidedReason: reasons }),
          issued: notice => this.db.repo(AdverseDecision).update({ id: one.id }, { decisionNoticeId: notice.id }).then(() => undefined),
        },
        noticeParagraphs: answerParagraphs(one),
      });
    });
  }

  /** Not after all: the case goes on in the open. */
  drop(machine: Machine, caseId: string, options: Acting & { readonly reasons: string }): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      await options.authorise(await this.mover.lock(caseId, machine.kind));
      const one = await this.required(caseId, 'open');
      const { reasons, ...acting } = options;
      return this.mover.act(machine, caseId, stepNamed(machine, 'drop'), {
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
    if (how === 'wait') throw periodRuns(one.statementUntil ?? '');
    if (how === 'answer-first') throw answerFirst();
  }

  private async close(id: string, actor: Actor, change: Partial<AdverseDecision>): Promise<void> {
    await this.db.repo(AdverseDecision).update({ id }, { ...change, decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now() });
  }

  private async period(until: string | undefined): Promise<Period> {
    const [today, calendar] = [this.clock.today(), await this.calendars.calendar()];
    const least = addWorkingDays(today, LEAST_STATEMENT_WORKDAYS, calendar);
    if (until !== undefined && until < least.date) throw statementTooShort(least.date);
    if (until === undefined) {
      const end = addWorkingDays(today, STATEMENT_WORKDAYS, calendar);
      return { statementUntil: end.date, statementProvisional: end.provisional };
    }
    return { statementUntil: until, statementProvisional: !calendar.some(one => until.startsWith(String(one.year))) };
  }

  private row(caseId: string, given: Required<Omit<Proposal, 'statementUntil' | 'unheard'>> & Period & { actor: Actor }): AdverseDecision {
    const { actor, excluded, conditions, ...facts } = given;
    return Object.assign(new AdverseDecision(), {
      ...facts, id: newId(), caseId, state: 'open' as const, conditions: [...conditions], excluded: [...excluded],
      proposedBy: actor.userId, proposedByName: actor.name, proposedAt: this.clock.now(),
    });
  }

  private line(c: CaseRecord, actor: Actor, entry: { text: Bilingual; action: string; details: Record<string, unknown> }): Promise<void> {
    const visibility = entry.action === 'case.answer-statement' ? 'bureau' : 'parties';
    return this.timeline.write(c, { kind: 'noted', actor, text: entry.text, auditAction: entry.action, versionBefore: c.version, visibility, details: entry.details });
  }
}

export const ANSWERS: Readonly<Record<Answering, Bilingual>> = {
  adopted: { zh: '采纳', en: 'adopted' },
  partly: { zh: '部分采纳', en: 'partly adopted' },
  rejected: { zh: '不予采纳', en: 'not adopted' },
};

type Period = Pick<AdverseDecision, 'statementUntil' | 'statementProvisional'>;

const NO_PERIOD: Period = { statementUntil: null, statementProvisional: false };

/** 行政许可法 第三十八条, 行政处罚法 第五十九条: the decision says what the party said and what became of it. */
function answerParagraphs(one: AdverseDecision): string[] {
  if (one.statementUntil === null) return [];
  if (one.statedAt === null) return ['你单位在告知的期限内未提出陈述申辩。'];
  if (one.statement === null) return ['你单位已书面表示放弃陈述申辩。'];
  return [`你单位提出的陈述申辩，本机关${one.answering ? ANSWERS[one.answering].zh : ''}：${one.answer ?? ''}`];
}

/** The one step of the machine that is marked so; where there are several, the one of this state. */
function stepNamed(machine: Machine, adverse: string, state?: string): string {
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

