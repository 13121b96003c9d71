import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, notFound, Numbering, Outbox, stale, SYSTEM_USER_ID, systemActor } from '@huanbao/platform';
import { CaseEvent, CaseRecord } from '../case.entity';
import { claimedByOther, reasonNeeded, wrongState } from '../casework.errors';
import { caseMoved } from '../casework.events';
import { ClockKeeper } from '../clock/clock-keeper';
import { ActionDefinition, Machine, machineOf } from '../machine/machine';
import type { AdverseStep } from '../machine/machine.types';
import { isOutsider } from '../adverse/outside-face';
import { isFinal, isHidden, shownState, Step, stepOf } from '../machine/transitions';
import { Decisions } from '../notices/decisions';
import { Notices } from '../notices/notices.service';
import { ActOptions, MoveExtras, Transition } from './acting';
import { CaseHooks } from './case-hooks';
import { claimSurvives, isBlockedByClaim } from './claim-rules';
import { Impartiality } from './impartiality';
import { Timeline } from './timeline';

const DOUBLE_CLICK_MS = 10_000;
/** What the party was told or said, as it happened: whoever receives it enters it, for a claim is on the work of the bureau. */
const FACTS: ReadonlySet<AdverseStep | undefined> = new Set<AdverseStep | undefined>(['tell', 'heard']);

type MoveOptions = Omit<ActOptions, 'authorise' | 'expectedVersion'> & { readonly extras?: MoveExtras };

/** Moves cases along their machines; the core under the `CaseEngine`. */
@Injectable()
export class CaseMover {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly numbering: Numbering,
    private readonly outbox: Outbox,
    private readonly clocks: ClockKeeper,
    private readonly timeline: Timeline,
    private readonly notices: Notices,
    private readonly decisions: Decisions,
    private readonly hooks: CaseHooks,
    private readonly impartiality: Impartiality,
  ) {}

  /** Locks the case for the running transaction. @throws 404 when there is none of this kind. */
  async lock(caseId: string, kind?: string): Promise<CaseRecord> {
    const c = await this.db.lock(CaseRecord, kind === undefined ? { id: caseId } : { id: caseId, kind });
    if (!c) throw notFound();
    return c;
  }

  /** Writes the locked case back. */
  async store(c: CaseRecord): Promise<void> {
    const { id, ...columns } = c;
    await this.db.repo(CaseRecord).update({ id }, columns);
  }

  /** 回避: asked of every officer who acts on a case in whatever way, claimed or not. @throws 422 `case.recusal` */
  async assertImpartial(c: CaseRecord, actor: Actor): Promise<void> {
    if (actor.orgKind === 'bureau' && actor.userId !== SYSTEM_USER_ID) await this.impartiality.require(c, actor);
  }

  /** lock → authorise → 回避 → version → what silence has already done → table → move. */
  async act(machine: Machine, caseId: string, action: string, options: ActOptions & { readonly extras?: MoveExtras }): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const c = await this.lock(caseId, machine.kind);
      await options.authorise(c);
      await this.assertImpartial(c, options.actor);
      const outside = isHidden(machine, c.state) && isOutsider(options.actor, c);
      if (!outside && options.expectedVersion !== undefined && options.expectedVersion !== c.version) {
        if (await this.isRepeat(c, action, options)) return c;
        throw stale();
      }
      await this.settleSilence(c);
      const step = stepOf(machine, c.state, action);
      if (!step) {
        if (await this.isRepeat(c, action, options)) return c;
        throw wrongState(machine, outside ? shownState(machine, c.state) : c.state, action);
      }
      if (!FACTS.has(machine.actions[step.action]?.adverse)) this.assertFree(machine, c, options.actor);
      await this.move(machine, c, step, options);
      return c;
    });
  }

  /**
   * What the law has done meanwhile: when a period with a silence lapsed yesterday or before, its action takes place,
   * whether or not the nightly job has come by. A date that leans on an unpublished holiday year is never acted upon.
   * @returns how many silent steps were done
   */
  async settleSilence(c: CaseRecord): Promise<number> {
    const machine = machineOf(c.kind);
    for (let done = 0; ; done += 1) {
      const reading = c.clock === null ? undefined : await this.clocks.readActive(c);
      const silence = reading ? machine.clocks[reading.clock]?.silence : undefined;
      if (!reading?.lapsed || reading.provisional || silence === undefined) return done;
      const step = stepOf(machine, c.state, silence);
      if (!step) return done;
      const details = { clock: reading.clock, lapsedOn: reading.dueOn, article: machine.clocks[reading.clock]?.article };
      const effects = (moved: CaseRecord, t: Transition): Promise<void> => this.hooks.runSilence(moved, t);
      const lengths = await this.hooks.clocksFor(c);
      await this.move(machine, c, step, { actor: systemActor('silence'), details, effects, ...lengths });
    }
  }

  private async move(machine: Machine, c: CaseRecord, step: Step<string, string>, options: MoveOptions): Promise<void> {
    const { extras = {} } = options;
    const row = machine.actions[step.action] as ActionDefinition;
    if (row.reason === 'required' && !options.reason?.trim()) throw reasonNeeded({ zh: '理由', en: 'the reason' });
    const t: Transition = { kind: machine.kind, ...step, article: row.article, at: this.clock.now(), today: this.clock.today() };
    const versionBefore = c.version;
    await this.enter(machine, c, row, t);
    await this.store(c);
    await extras.before?.(c, t);
    await options.effects?.(c, t);
    // outsiders go on seeing the clock as it stood before a decision that is not served
    const ledgerSeq = isHidden(machine, t.to) ? await this.clocks.lastSeq(c.id) : undefined;
    await this.runClocks(machine, c, row, { options, t });
    await this.store(c);
    // ended another way: what was proposed is void, and a decision that was not served never took effect
    if (isFinal(machine, t.to)) await this.db.query(`UPDATE adverse_decision SET state = 'void' WHERE case_id = $1 AND state IN ('open', 'decided')`, [c.id]);
    const decision = row.decision === undefined ? undefined : await this.decisions.record(c, row, options);
    const notice = row.notice === undefined ? undefined : await this.notices.issue(machine, c, row, { options, extras, decision, t });
    if (notice) await extras.issued?.(notice);
    const advice = row.advice === undefined ? undefined : await this.notices.issue(machine, c, { ...row, notice: 'advice' }, { options, extras, decision, t });
    await this.tell(machine, c, row, { options: ledgerSeq === undefined ? options : { ...options, details: { ...options.details, ledgerSeq } }, t, versionBefore });
    if (options.service) await this.notices.recordService(c, [notice, advice].filter(one => one !== undefined), { ...options.service, actor: options.actor, servedOn: t.today });
  }

  /** The case in its new state: since when, whose, under which number. */
  private async enter(machine: Machine, c: CaseRecord, row: ActionDefinition, t: Transition): Promise<void> {
    if (row.number === true && c.number === null) c.number = await this.numbering.code(machine.kind, machine.numberPrefix);
    if (!claimSurvives(machine, t.from, t.to)) Object.assign(c, { claimedBy: null, claimedByName: null, claimedAt: null });
    // A draft that was thrown away has never been handed in: the bureau does not see it.
    if (t.from === machine.initial && t.to !== t.from && !isFinal(machine, t.to)) c.submittedAt ??= t.at;
    if (t.from !== t.to) c.stateSince = t.at;
    c.state = t.to;
    c.holder = machine.states[t.to]?.holder ?? 'none';
    c.closedAt = isFinal(machine, t.to) ? t.at : null;
    c.version += 1;
  }

  private async runClocks(machine: Machine, c: CaseRecord, row: ActionDefinition, { options, t }: { options: MoveOptions; t: Transition }): Promise<void> {
    const context = {
      actor: options.actor,
      date: t.today,
      article: row.article,
      noticeNumber: options.noticeNumber,
      expectedOn: options.pauseUntil,
      reason: options.reason,
      variants: options.clockVariants,
      periods: options.clockPeriods,
      since: options.clockSince,
      extendDays: options.extendDays,
    };
    await this.clocks.apply(c, machine, row.clock ?? [], context);
    if (isFinal(machine, t.to)) await this.clocks.stopAll(c, context);
  }

  private async tell(machine: Machine, c: CaseRecord, row: ActionDefinition, given: { options: MoveOptions; t: Transition; versionBefore: number }): Promise<void> {
    const { options, t, versionBefore } = given;
    await this.timeline.write(c, {
      kind: 'moved',
      actor: options.actor,
      text: options.publicText ?? row.label,
      auditAction: `${machine.kind}.${t.action}`,
      versionBefore,
      action: t.action,
      from: t.from,
      to: t.to,
      article: row.article,
      visibility: row.visibility,
      details: { ...options.details, ...(options.reason ? { reason: options.reason } : {}), ...(options.noticeNumber ? { noticeNumber: options.noticeNumber } : {}) },
    });
    await this.outbox.publish(caseMoved, { caseId: c.id, kind: c.kind, action: t.action, from: t.from, to: t.to });
  }

  private assertFree(machine: Machine, c: CaseRecord, actor: Actor): void {
    if (machine.states[c.state]?.holder?.startsWith('bureau') && isBlockedByClaim(actor, c.claimedBy)) throw claimedByOther(c.claimedByName ?? '');
  }

  /** A second click on the same button: the last move was this action by this person, from the version they saw or moments ago. */
  private async isRepeat(c: CaseRecord, action: string, options: ActOptions): Promise<boolean> {
    const last = await this.db.repo(CaseEvent).findOne({ where: { caseId: c.id, kind: 'moved' }, order: { versionBefore: 'DESC' } });
    if (!last || last.action !== action || last.actorUserId !== options.actor.userId || last.toState !== c.state) return false;
    if (options.expectedVersion !== undefined) return options.expectedVersion === last.versionBefore;
    return this.clock.now().getTime() - last.at.getTime() <= DOUBLE_CLICK_MS;
  }
}
