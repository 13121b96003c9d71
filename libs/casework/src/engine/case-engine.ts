import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, delegatedTo, FieldCipher, newId } from '@huanbao/platform';
import { CaseRecord } from '../case.entity';
import { CorrectionMessage, CorrectionRound } from '../correction.entity';
import type { ClockReading } from '../clock/reading';
import { PauseInput, PauseService, PauseWhatIf, ResumeInput } from '../clock/pause.service';
import { AnswerInput, CorrectionRounds } from '../corrections/correction-rounds.service';
import type { Json } from '../corrections/snapshot';
import type { Machine } from '../machine/machine';
import { newQueryCode, QUERY_CODE_CONTEXT } from '../public/query-code';
import { ActOptions, CorrectionItemInput, NoteInput, OpenInput } from './acting';
import { CaseMover } from './case-mover';
import { Claims, Colleague } from './claims.service';
import { Impartiality } from './impartiality';
import { Timeline } from './timeline';

/**
 * The one engine of procedures. Every method is one transaction: lock → authorise → 回避 → table → effects → clock → timeline →
 * audit → event. A wrong state is 409 `case.wrong-state` listing what is possible; another version is 412 `stale`;
 * repeating the same click answers the same case and does nothing.
 */
@Injectable()
export class CaseEngine {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly mover: CaseMover,
    private readonly timeline: Timeline,
    private readonly claims: Claims,
    private readonly pauses: PauseService,
    private readonly corrections: CorrectionRounds,
    private readonly impartiality: Impartiality,
  ) {}

  /** Opens a case in the machine's initial state. The caller has checked that the actor may. */
  async open<S extends string, A extends string, C extends string>(machine: Machine<S, A, C>, input: OpenInput): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const c = this.newCase(machine, input);
      await this.db.repo(CaseRecord).insert(c);
      await this.timeline.write(c, {
        kind: 'opened',
        actor: input.actor,
        text: { zh: '新建', en: 'Opened' },
        auditAction: `${machine.kind}.open`,
        versionBefore: 0,
        to: c.state,
      });
      return c;
    });
  }

  /**
   * Does one action of the machine.
   * @throws 404/403 from `authorise`, 412 `stale`, 409 `case.wrong-state` or `case.claimed`, 400 `case.reason-needed`
   */
  act<S extends string, A extends string, C extends string>(machine: Machine<S, A, C>, caseId: string, action: A, options: ActOptions): Promise<CaseRecord> {
    return this.mover.act(machine, caseId, action, options);
  }

  /** 回避, for what an officer does about a case beside its table, or is sent to do: an opinion, a ruling, a site check. @throws 422 `case.recusal` naming the officer */
  async assertImpartial(caseId: string, officer: { readonly userId: string; readonly name: string }): Promise<void> {
    await this.impartiality.require(await this.db.repo(CaseRecord).findOneByOrFail({ id: caseId }), officer);
  }

  /** Whether 回避 leaves an officer free to act: for runs over many cases, which leave out those it does not. */
  async isImpartial(caseId: string, officer: { readonly userId: string }): Promise<boolean> {
    return this.impartiality.holds(await this.db.repo(CaseRecord).findOneByOrFail({ id: caseId }), officer.userId);
  }

  /** Writes a line into the timeline under the case's lock; state and version stay. */
  note(caseId: string, { actor, authorise, text, action, details, visibility, title }: NoteInput): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      await authorise(c);
      await this.mover.assertImpartial(c, actor);
      if (title !== undefined) await this.db.repo(CaseRecord).update({ id: c.id }, { title });
      await this.timeline.write(c, { kind: 'noted', actor, text, auditAction: action, versionBefore: c.version, details, visibility });
      return c;
    });
  }

  /**
   * An action marked `correction: 'request'`: opens a round with everything that is to be mended.
   * `snapshot` is the form as the officer saw it.
   * @throws 422 `correction.supervisor-needed` when it repeats demands on unchanged content without a supervisor
   */
  requestCorrection<S extends string, A extends string, C extends string>(
    machine: Machine<S, A, C>,
    caseId: string,
    action: A,
    options: ActOptions & { readonly items: readonly CorrectionItemInput[]; readonly snapshot: Json; readonly supervisorReason?: string },
  ): Promise<{ case: CaseRecord; round: CorrectionRound }> {
    return this.corrections.request(machine, caseId, action, options);
  }

  /** A message under one item, from either side. */
  answerCorrection(caseId: string, itemId: string, answer: AnswerInput): Promise<CorrectionMessage> {
    return this.corrections.answer(caseId, itemId, answer);
  }

  /** An action marked `correction: 'resubmit'`: stores the new snapshot and what is different. */
  resubmit<S extends string, A extends string, C extends string>(
    machine: Machine<S, A, C>,
    caseId: string,
    action: A,
    options: ActOptions & { readonly snapshot: Json },
  ): Promise<{ case: CaseRecord; round: CorrectionRound }> {
    return this.corrections.resubmit(machine, caseId, action, options);
  }

  /** Stops the running clock on a lawful ground, with the number of the paper that tells the applicant. */
  pause(caseId: string, input: PauseInput): Promise<CaseRecord> {
    return this.pauses.pause(caseId, input);
  }

  resume(caseId: string, input: ResumeInput): Promise<CaseRecord> {
    return this.pauses.resume(caseId, input);
  }

  /** What a pause would do to the due date, before it is made. Anyone who sees the case may ask. */
  whatIfPause(caseId: string, actor: Actor, span: { readonly from?: string; readonly resumeOn: string }): Promise<PauseWhatIf> {
    return this.pauses.whatIf(caseId, actor, span);
  }

  /** Every run of the case's clocks with its entries. @throws 404 for a case the actor does not see */
  clocks(caseId: string, actor: Actor): Promise<ClockReading[]> {
    return this.pauses.explain(caseId, actor);
  }

  claim(caseId: string, actor: Actor): Promise<CaseRecord> {
    return this.claims.claim(caseId, actor);
  }

  release(caseId: string, actor: Actor): Promise<CaseRecord> {
    return this.claims.release(caseId, actor);
  }

  handOver(caseId: string, toUserId: string, options: { readonly actor: Actor; readonly reason: string }): Promise<CaseRecord> {
    return this.claims.handOver(caseId, toUserId, options);
  }

  /** Whom the case could be handed over to. */
  colleagues(caseId: string, actor: Actor): Promise<Colleague[]> {
    return this.claims.colleagues(caseId, actor);
  }

  private newCase(machine: Machine, input: OpenInput): CaseRecord {
    const now = this.clock.now();
    const agent = input.agent ?? agentOf(input, machine.matter);
    return Object.assign(new CaseRecord(), {
      id: newId(),
      kind: machine.kind,
      number: null,
      title: input.title,
      state: machine.initial,
      holder: machine.states[machine.initial]?.holder ?? 'none',
      version: 1,
      partyOrgId: input.party.orgId,
      partyName: input.party.name,
      agentOrgId: agent?.orgId ?? null,
      agentName: agent?.name ?? null,
      agentMandateId: agent?.mandateId ?? null,
      matter: machine.matter,
      siteId: input.siteId ?? null,
      regionCode: input.regionCode,
      openedAt: now,
      openedBy: input.actor.userId,
      // A draft is the applicant's own; what the bureau opens, or starts with the bureau, it sees at once.
      submittedAt: machine.states[machine.initial]?.holder === 'applicant' && input.actor.orgKind !== 'bureau' ? null : now,
      stateSince: now,
      closedAt: null,
      ...UNTOUCHED,
      queryCode: this.cipher.encrypt(newQueryCode(), QUERY_CODE_CONTEXT),
    } satisfies CaseRecord);
  }
}

/** Nobody has claimed it and no clock runs. */
const UNTOUCHED = {
  claimedBy: null,
  claimedByName: null,
  claimedAt: null,
  clock: null,
  clockPaused: false,
  dueOn: null,
  remainingDays: null,
  dueProvisional: false,
  clockAsOf: null,
  warnedAt: null,
  secondCorrection: null,
} as const;

/** The firm behind a delegate's request, from the mandate it holds. */
function agentOf({ actor, party, siteId }: OpenInput, matter: string): OpenInput['agent'] {
  if (actor.orgId === null || actor.orgId === party.orgId) return undefined;
  const mandate = delegatedTo(actor, party.orgId, { matter, verb: 'prepare', site: siteId });
  return mandate ? { orgId: actor.orgId, name: actor.orgName ?? actor.name, mandateId: mandate.id } : undefined;
}
