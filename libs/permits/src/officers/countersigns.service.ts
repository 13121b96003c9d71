import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, newId, notFound, violatedConstraint } from '@huanbao/platform';
import { PermitApplication } from '../application.entity';
import { ApplicationRecords } from '../application.records';
import { alreadyAsked, countersignDone, countersignWithdrawn, notAsker, notReviewing, notYours } from '../permits.errors';
import { PermitNotices } from '../permits.notices';
import { applicationPolicy, partiesOf } from '../permits.policy';
import { Countersign } from './officers.entity';
import { isLead, Teamwork } from './teamwork.service';

const SIGNERS = ['bureau.reviewer', 'bureau.supervisor', 'bureau.approver', 'bureau.intake', 'bureau.enforcer'] as const;
const OPEN_STATES: readonly string[] = ['reviewing', 'deciding'];

/** 会签: named colleagues agree or object before the decision. Every method locks the application, as {@link Teamwork} does. */
@Injectable()
export class Countersigns {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly work: Teamwork,
    private readonly notices: PermitNotices,
    private readonly clock: Clock,
  ) {}

  /** @throws 409 `permit.already-asked` */
  ask(actor: Actor, id: string, input: { readonly officerId: string; readonly department?: string; readonly question: string }): Promise<Countersign> {
    return this.onceOpen(async () => {
      const application = await this.work.reviewing(actor, id, 'permit-application.opinions', OPEN_STATES);
      const officer = await this.work.officer(application, input.officerId, SIGNERS);
      const row: Countersign = {
        id: newId(), applicationId: id, officerId: officer.userId, officerName: officer.name, department: input.department ?? null, question: input.question,
        askedBy: actor.userId, askedByName: actor.name, askedAt: this.clock.now(), verdict: null, answer: null, answeredAt: null, withdrawnAt: null, withdrawnByName: null, withdrawnReason: null, history: [],
      };
      await this.db.repo(Countersign).insert(row as object);
      await this.work.note(actor, application, { zh: `请${officer.name}会签`, en: `${officer.name} was asked to countersign` });
      await this.notices.countersignAsked(application, { id: row.id, userId: officer.userId, question: input.question, round: 0 });
      return row;
    });
  }

  answer(actor: Actor, id: string, countersignId: string, input: { readonly verdict: 'agree' | 'object'; readonly text: string }): Promise<Countersign> {
    return this.db.transaction(async () => {
      const { application, row } = await this.open(actor, id, countersignId);
      if (row.officerId !== actor.userId) throw notYours(row.officerName);
      const change = { verdict: input.verdict, answer: input.text, answeredAt: this.clock.now() };
      await this.db.repo(Countersign).update({ id: countersignId }, change);
      await this.work.note(actor, application, { zh: `${actor.name}会签：${input.verdict === 'agree' ? '同意' : '不同意'}`, en: `${actor.name} countersigned: ${input.verdict}` });
      return { ...row, ...change };
    });
  }

  /** Not needed after all: by who asked, the lead or the supervisor. Nothing waits for it any more; that it was asked stays. @throws 403 `permit.not-asker` */
  withdraw(actor: Actor, id: string, countersignId: string, reason: string): Promise<Countersign> {
    return this.db.transaction(async () => {
      const { application, row } = await this.open(actor, id, countersignId);
      assertMayMove(actor, application, row);
      const change = { withdrawnAt: this.clock.now(), withdrawnByName: actor.name, withdrawnReason: reason };
      await this.db.repo(Countersign).update({ id: countersignId }, change);
      await this.work.note(actor, application, { zh: `撤回请${row.officerName}会签：${reason}`, en: `${row.officerName} need not countersign: ${reason}` });
      return { ...row, ...change };
    });
  }

  /** Another colleague is asked the same: by the one who was asked as well, who may be away. @throws 403 `permit.not-asker`, 409 `permit.already-asked` */
  handOver(actor: Actor, id: string, countersignId: string, input: { readonly officerId: string; readonly reason: string }): Promise<Countersign> {
    return this.onceOpen(async () => {
      const { application, row } = await this.open(actor, id, countersignId);
      if (row.officerId !== actor.userId) assertMayMove(actor, application, row);
      const officer = await this.work.officer(application, input.officerId, SIGNERS);
      if (officer.userId === row.officerId) throw alreadyAsked();
      const step = { from: row.officerName, to: officer.name, reason: input.reason, by: actor.name, at: this.clock.now().toISOString() };
      const change = { officerId: officer.userId, officerName: officer.name, department: null, history: [...row.history, step] };
      await this.db.repo(Countersign).update({ id: countersignId }, change);
      await this.work.note(actor, application, { zh: `会签由${step.from}移交${step.to}`, en: `The countersign went from ${step.from} to ${step.to}` });
      await this.notices.countersignAsked(application, { id: row.id, userId: officer.userId, question: row.question, round: change.history.length });
      return { ...row, ...change };
    });
  }

  /** One that waits for its answer, in an application under review. */
  private async open(actor: Actor, id: string, countersignId: string): Promise<{ application: PermitApplication; row: Countersign }> {
    const application = await this.records.lock(id);
    applicationPolicy.require(actor, 'permit-application.countersign', partiesOf(application));
    const row = await this.db.repo(Countersign).findOneBy({ id: countersignId, applicationId: id });
    if (!row) throw notFound();
    if (row.answeredAt !== null) throw countersignDone();
    if (row.withdrawnAt !== null) throw countersignWithdrawn();
    if (!OPEN_STATES.includes(application.state)) throw notReviewing();
    return { application, row };
  }

  private onceOpen(work: () => Promise<Countersign>): Promise<Countersign> {
    return this.db.transaction(work).catch(error => {
      if (violatedConstraint(error) === 'countersign_once_open') throw alreadyAsked();
      throw error;
    });
  }
}

/** Who asked, who leads, who supervises. */
export const mayMove = (actor: Actor, application: PermitApplication, row: Countersign): boolean => row.askedBy === actor.userId || isLead(actor, application);

function assertMayMove(actor: Actor, application: PermitApplication, row: Countersign): void {
  if (!mayMove(actor, application, row)) throw notAsker();
}
