import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { ServiceTask } from '@huanbao/marketplace';
import { Actor, Audit, Clock, Db, notFound, Outbox, shanghaiInstant, stale, violatedConstraint } from '@huanbao/platform';
import { faultNeedsTask, findingEvidenceNeeded, findingState, findingTaken, findingTwoPersons, occurredLater, statedAlready, statementPeriod, taskNotOfFirm } from '../reputation.errors';
import { findingAnsweredByFirm, findingClosed, findingConfirmed, findingProposed, findingRevoked } from '../reputation.events';
import { ReputationParameters } from '../parameters.service';
import type { AnswerFindingDto, DecideFindingDto, ProposeFindingDto } from './finding.dto';
import { FindingState, FirmFinding, NEEDS_TASK } from './finding.entity';
import { FindingAction, findingPolicy } from './finding.policy';
import { effectOf, statementEnd } from './finding.rules';
import { mayDecide } from './finding.view';

interface Step {
  readonly id: string;
  readonly version: number;
  readonly action: FindingAction;
  readonly from: readonly FindingState[];
}

/** 造假, and results rejected or sent back for the firm's fault: one officer proposes with evidence, the firm may speak, another decides; the firm may object once. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly directory: Directory,
    private readonly parameters: ReputationParameters,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  propose(actor: Actor, input: ProposeFindingDto): Promise<FirmFinding> {
    return this.write(async () => {
      const firm = await this.directory.organisation(input.firmId);
      if (!firm || firm.kind !== 'firm') throw notFound();
      const task = await this.taskOf(input);
      const regionCode = task?.regionCode ?? firm.regionCode;
      findingPolicy.require(actor, 'firm-finding.propose', { firmId: firm.id, regionCode });
      if (input.occurredOn > this.clock.today()) throw occurredLater();
      const evidence = await this.files.list('firm-finding', input.id);
      if (!evidence.some(file => file.id === input.evidenceFileId)) throw findingEvidenceNeeded();
      const { kind, occurredOn, source, facts, legalBasis, evidenceFileId } = input;
      const days = (await this.parameters.today())('statement-days').toNumber();
      const finding = this.db.repo(FirmFinding).create({
        id: input.id, kind, firmId: firm.id, firmName: firm.name, regionCode, taskId: task?.id ?? null, taskTitle: task?.title ?? null, occurredOn, source, facts, legalBasis, evidenceFileId, state: 'proposed',
        proposedBy: actor.userId, proposedByName: actor.name, proposedAt: this.clock.now(), statementDue: shanghaiInstant(statementEnd(this.clock.today(), days)), version: 1,
        statement: null, statedAt: null, decidedBy: null, decidedByName: null, decidedAt: null, decisionReason: null, effectiveFrom: null, effectiveTo: null,
        objection: null, objectedAt: null, answeredBy: null, answeredByName: null, answeredAt: null, answer: null,
      });
      await this.db.repo(FirmFinding).insert(finding);
      await this.audited(actor, finding, 'firm-finding.propose');
      await this.outbox.publish(findingProposed, { findingId: finding.id });
      return finding;
    });
  }

  /** The firm's word before the decision; once. */
  state(actor: Actor, id: string, reason: string, version: number): Promise<FirmFinding> {
    return this.step(actor, { id, version, action: 'firm-finding.state', from: ['proposed'] }, async finding => {
      if (finding.statement !== null) throw statedAlready();
      Object.assign(finding, { statement: reason, statedAt: this.clock.now() });
      await this.outbox.publish(findingAnsweredByFirm, { findingId: id });
    });
  }

  /** @throws 422 for who proposed it, 409 while the firm may still speak and has not */
  decide(actor: Actor, id: string, { verdict, reason }: DecideFindingDto, version: number): Promise<FirmFinding> {
    return this.step(actor, { id, version, action: 'firm-finding.decide', from: ['proposed'] }, async finding => {
      if (finding.proposedBy === actor.userId) throw findingTwoPersons();
      if (!mayDecide(finding, this.clock.now())) throw statementPeriod(finding.statementDue);
      const months = (await this.parameters.today())(`${finding.kind}-months`).toNumber();
      const effect = verdict === 'confirmed' ? effectOf(this.clock.today(), months) : { effectiveFrom: null, effectiveTo: null };
      Object.assign(finding, { state: verdict, decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now(), decisionReason: reason, ...effect });
      await this.outbox.publish(verdict === 'confirmed' ? findingConfirmed : findingClosed, { findingId: id });
    });
  }

  /** The firm's word against the decision; what was decided goes on having its effect until somebody has answered. */
  object(actor: Actor, id: string, reason: string, version: number): Promise<FirmFinding> {
    return this.step(actor, { id, version, action: 'firm-finding.object', from: ['confirmed'] }, async finding => {
      Object.assign(finding, { state: 'objected', objection: reason, objectedAt: this.clock.now() });
      await this.outbox.publish(findingAnsweredByFirm, { findingId: id });
    });
  }

  answer(actor: Actor, id: string, { verdict, reason }: AnswerFindingDto, version: number): Promise<FirmFinding> {
    return this.step(actor, { id, version, action: 'firm-finding.answer', from: ['objected'] }, async finding => {
      if (finding.proposedBy === actor.userId) throw findingTwoPersons();
      Object.assign(finding, { state: verdict, answeredBy: actor.userId, answeredByName: actor.name, answeredAt: this.clock.now(), answer: reason });
      await this.outbox.publish(verdict === 'revoked' ? findingRevoked : findingClosed, { findingId: id });
    });
  }

  private step(actor: Actor, { id, version, action, from }: Step, change: (finding: FirmFinding) => Promise<void>): Promise<FirmFinding> {
    return this.write(async () => {
      const finding = await this.db.lock(FirmFinding, { id });
      findingPolicy.require(actor, action, finding);
      if (!finding || !from.includes(finding.state)) throw findingState();
      if (finding.version !== version) throw stale();
      await change(finding);
      finding.version += 1;
      await this.db.repo(FirmFinding).save(finding);
      await this.audited(actor, finding, action);
      return finding;
    });
  }

  private async taskOf({ kind, taskId, firmId }: ProposeFindingDto): Promise<ServiceTask | null> {
    if (!taskId) {
      if (NEEDS_TASK.includes(kind)) throw faultNeedsTask();
      return null;
    }
    const task = await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    if (!task || task.awardedFirmId !== firmId) throw taskNotOfFirm();
    return task;
  }

  private audited(actor: Actor, { id, kind, firmId, taskId, state, effectiveFrom, effectiveTo }: FirmFinding, action: string): Promise<void> {
    return this.audit.record({ actor, action, subject: { type: 'firm-finding', id }, details: { kind, firmId, taskId, state, effectiveFrom, effectiveTo } });
  }

  private async write<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      if (violatedConstraint(error) === 'firm_finding_pkey') throw findingTaken();
      throw error;
    }
  }
}
