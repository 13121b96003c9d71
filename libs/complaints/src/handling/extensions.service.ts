import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { Clock, Db, notFound, stale } from '@huanbao/platform';
import { extendedAlready, extensionAsked, extensionNotAsked, extensionTooLong, notBeingHandled, samePerson } from '../complaints.errors';
import { complaintPolicy } from '../complaints.policy';
import type { DecideExtensionDto, ExtendComplaintDto } from '../dto';
import { Complaint } from '../entities';
import { ComplaintPeriods } from '../periods';
import { ComplaintRound, Extension } from '../rounds/round.entity';
import { ComplaintRounds } from '../rounds/rounds.service';
import { ComplaintMessages } from './messages';
import { ComplaintSteps, Step } from './steps';

interface Handled {
  readonly c: CaseRecord;
  readonly complaint: Complaint;
  readonly round: ComplaintRound;
}

/** More time for a round: asked for with reasons by who handles it, decided by somebody else, told to the reporters. Once a round. */
@Injectable()
export class Extensions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly periods: ComplaintPeriods,
    private readonly rounds: ComplaintRounds,
    private readonly steps: ComplaintSteps,
    private readonly messages: ComplaintMessages,
  ) {}

  ask(step: Step, { days, reason }: ExtendComplaintDto): Promise<void> {
    return this.db.transaction(async () => {
      const { c, complaint, round } = await this.handled(step, 'complaint.handle');
      const most = await this.periods.number('extension', complaint);
      if (days > most) throw extensionTooLong(most);
      if (round.extension?.granted) throw extendedAlready();
      if (round.extension?.granted === null) throw extensionAsked();
      const asked: Extension = { days, reason, askedBy: step.actor.userId, askedByName: step.actor.name, askedAt: this.clock.now().toISOString(), granted: null, words: null, decidedByName: null, decidedAt: null };
      await this.rounds.write(complaint, { extension: asked });
      await this.engine.note(c.id, { actor: step.actor, authorise: () => undefined, text: { zh: `申请延长办理期限 ${days} 日`, en: `Asked for ${days} more days` }, action: 'complaint.extension-asked', details: { days, reason, round: round.round }, visibility: 'bureau' });
      await this.messages.tell(c, {
        role: 'bureau.supervisor', key: `extension-${round.round}-${asked.askedAt}`, title: { zh: `申请延期：${c.title}`, en: `More time is asked for: ${c.title}` }, body: { zh: `${c.number ?? ''}，申请延长 ${days} 日，请审批。`, en: `${c.number ?? ''}: ${days} more days, please decide.` },
      });
    });
  }

  /** By another person than asked or began; the reporters read the reason. */
  decide(step: Step, { granted, reason }: DecideExtensionDto): Promise<void> {
    return this.db.transaction(async () => {
      const { c, complaint, round } = await this.handled(step, 'complaint.extend');
      const asked = round.extension;
      if (asked?.granted !== null) throw extensionNotAsked();
      if ([asked.askedBy, round.begunBy, c.claimedBy].includes(step.actor.userId)) throw samePerson();
      const decided: Extension = { ...asked, granted, words: reason, decidedByName: step.actor.name, decidedAt: this.clock.now().toISOString() };
      await this.rounds.write(complaint, { extension: decided });
      if (!granted) return this.refused(step, c, decided);
      await this.steps.act(step, 'extend', {
        reason, extendDays: asked.days, change: async () => ({}), details: { askedFor: asked.reason, round: round.round },
        publicText: { zh: `办理期限延长 ${asked.days} 日：${asked.reason}`, en: `Period extended by ${asked.days} days: ${asked.reason}` },
      });
      // who left a phone need not look it up
      if (complaint.hasPhone) await this.messages.tell(c, { role: 'bureau.intake', key: `extended-${round.round}`, title: { zh: `请告知举报人延期：${c.title}`, en: `Tell the reporter of the extension: ${c.title}` }, body: { zh: `${c.number ?? ''}，延长 ${asked.days} 日，理由：${asked.reason}`, en: `${c.number ?? ''}: ${asked.days} days more. ${asked.reason}` } });
    });
  }

  private async refused({ actor }: Step, c: CaseRecord, { words, days }: Extension): Promise<void> {
    await this.engine.note(c.id, { actor, authorise: () => undefined, text: { zh: '不同意延长办理期限', en: 'More time was refused' }, action: 'complaint.extension-refused', details: { days, reason: words }, visibility: 'bureau' });
  }

  private async handled({ actor, id, version }: Step, action: 'complaint.handle' | 'complaint.extend'): Promise<Handled> {
    const c = await this.db.lock(CaseRecord, { id, kind: 'complaint' });
    complaintPolicy.require(actor, action, c);
    const complaint = await this.db.lock(Complaint, { id });
    if (!c || !complaint) throw notFound();
    if (version !== undefined && version !== c.version) throw stale();
    const round = await this.rounds.current(complaint);
    if (c.state !== 'handling' || !round) throw notBeingHandled();
    return { c, complaint, round };
  }
}
