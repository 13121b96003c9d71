import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { complaintAnsweredAnew } from '@huanbao/complaints';
import { Notifier } from '@huanbao/notifications';
import { Db, defineJob, Delivery, Handles, systemActor } from '@huanbao/platform';
import { Rectification } from './entities';
import { rectificationMachine } from './rectification.machine';
import { RectificationOpening } from './steps/opening.service';

const BY = systemActor('rectification');
const JUSTIFIED: readonly string[] = ['confirmed', 'partly'];
const OVER: readonly string[] = ['dropped', 'withdrawn'];
const ENDED = 'closed';

interface Told {
  readonly complaintId: string;
  readonly number: string;
  readonly roundId: string;
  readonly earlier: string[];
  readonly enterpriseId: string | null;
  readonly outcome: string;
  readonly before: string | null;
  readonly regionCode: string;
}

/** A complaint was answered in a further round: the rectification of an earlier answer is looked at again. */
export const followComplaintAnswer = defineJob<Told>('rectification.follow-complaint', { queue: 'quick', on: complaintAnsweredAnew });

/** A draft that rests on an answer that was taken back is dropped; what was served is for the officers to withdraw. */
@Injectable()
export class ComplaintDrafts {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly opening: RectificationOpening,
    private readonly notifier: Notifier,
  ) {}

  @Handles(followComplaintAnswer)
  async follow(told: Told, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.look(told));
  }

  private async look(told: Told): Promise<void> {
    const { complaintId, roundId, earlier, enterpriseId, outcome, regionCode } = told;
    const rows = await this.db.repo(Rectification).find({ where: { source: 'complaint', complaintId }, order: { id: 'ASC' } });
    // a newer round has spoken already
    if (rows.some(one => ![complaintId, ...earlier, roundId].includes(one.sourceId ?? ''))) return;
    let stands = false;
    for (const row of rows) {
      const c = await this.db.lock(CaseRecord, { id: row.id });
      if (!c || OVER.includes(c.state)) continue;
      if (JUSTIFIED.includes(outcome) && row.enterpriseId === enterpriseId) stands = true;
      else if (c.state !== ENDED) await this.takeBack(c, row, told);
    }
    // the first draft of a complaint comes with its answer
    if (rows.length > 0 && !stands) await this.opening.fromComplaint(BY, { complaintId, roundId, enterpriseId, outcome, regionCode });
  }

  private async takeBack(c: CaseRecord, { id, regionCode, enterpriseName }: Rectification, { number, outcome, before }: Told): Promise<void> {
    const reason = `投诉 ${number} 重新办理后的结论与此前不同，本件的依据有变化`;
    if (c.state === 'draft' && c.claimedBy === null) {
      await this.engine.act(rectificationMachine, id, 'drop', { actor: BY, reason: `${reason}，自动撤回草稿`, details: { outcome, before }, authorise: () => undefined });
      return;
    }
    await this.engine.note(id, { actor: BY, authorise: () => undefined, text: { zh: `${reason}，请核查是否继续`, en: `The complaint ${number} was answered anew (${outcome}); decide whether this goes on` }, action: 'rectification.source-revised', details: { outcome, before }, visibility: 'bureau' });
    await this.notifier.notify({
      to: { role: 'bureau.enforcer', regionCode }, topic: 'case', subject: { type: 'rectification', id }, link: `/b/:orgId/rectifications/${id}`, key: `rectification:${id}:source-revised:${number}:${outcome}`,
      title: { zh: `整改的来源投诉已改变结论：${enterpriseName}`, en: `The complaint behind a rectification was answered otherwise: ${enterpriseName}` }, body: { zh: `${reason}，请核查是否继续；不应整改的，请撤回。`, en: 'Decide whether it goes on; withdraw it where it should not.' },
    });
  }
}
