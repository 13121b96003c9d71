import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { CaseRecord } from '@huanbao/casework';
import { Db, newId, Outbox } from '@huanbao/platform';
import type { SuperviseDto } from '../rectification.dto';
import { RectificationSupervision } from '../entities';
import { RectificationPapers } from '../papers/paper-shelf';
import { supervisionPaper } from '../papers/papers';
import { decidedAlready, noSupervision, notNow, notOverdue, secondPerson, supervisedAlready, supervisionDay, supervisionRuns } from '../rectification.errors';
import { tellCreditOfRectification } from '../rectification.events';
import { OPEN_STATES } from '../rectification.machine';
import { RectificationBook } from '../rectification.reference';
import { isLate } from '../rules/deadlines';
import { RectificationActs, type Who } from './acting';

/** 挂牌督办 of what is overdue: a deadline of its own, public by the rule of the day, and 认定逾期未完成 by a second head. */
@Injectable()
export class RectificationSupervising {
  constructor(
    private readonly db: Db,
    private readonly acts: RectificationActs,
    private readonly book: RectificationBook,
    private readonly papers: RectificationPapers,
    private readonly outbox: Outbox,
  ) {}

  async start(who: Who, { reason, demand, dueOn }: SuperviseDto): Promise<void> {
    const most = addDays(this.acts.today, await this.book.number('supervision:most'));
    const isPublic = (await this.book.text('supervision:public')) === 'yes';
    await this.acts.note(who, { need: 'rectification.supervise', text: { zh: `挂牌督办，期限 ${dueOn}`, en: `Listed for supervision until ${dueOn}` }, action: 'rectification.supervise', details: { dueOn, isPublic } }, async (row, state) => {
      if (!OPEN_STATES.includes(state)) throw notNow();
      if (row.overdueOn === null) throw notOverdue();
      if (dueOn <= this.acts.today || dueOn > most) throw supervisionDay(most);
      if (await this.acts.supervision(row.id)) throw supervisedAlready();
      const paper = supervisionPaper(row, { ...(await this.papers.head('supervision')), reason, demand, dueOn, isPublic });
      await this.db.repo(RectificationSupervision).insert({ id: newId(), rectificationId: row.id, reason, demand, dueOn, isPublic, paper: paper as never, startedBy: who.actor.userId, startedByName: who.actor.name, startedAt: this.acts.now, outcome: null, endedAt: null, endedReason: null, defaultedAt: null, defaultedByName: null, defaultReason: null });
      await this.acts.tellEnterprise(row, { key: 'supervised', zh: '整改被挂牌督办', en: 'Listed for supervision', body: { zh: `${paper.number}：请在 ${dueOn} 前完成。${isPublic ? '督办事项在平台公开。' : ''}`, en: `Finish by ${dueOn}.` } });
    });
  }

  /** 解除, with a reason, before its end. */
  lift(who: Who, reason: string): Promise<void> {
    return this.acts.note(who, { need: 'rectification.supervise', text: { zh: `解除挂牌督办：${reason}`, en: 'Supervision lifted' }, action: 'rectification.lift-supervision', details: { reason } }, async row => {
      const open = await this.open(row.id);
      await this.db.repo(RectificationSupervision).update({ id: open.id }, { outcome: 'lifted', endedAt: this.acts.now, endedReason: reason });
    });
  }

  /** 认定督办逾期未完成: a serious event of credit, so a second person says it. */
  default(who: Who, reason: string): Promise<void> {
    return this.acts.note(who, { need: 'rectification.supervise', text: { zh: '认定挂牌督办逾期未完成', en: 'Supervision established as not done in time' }, action: 'rectification.default', details: { reason } }, async row => {
      const open = await this.open(row.id);
      if (!isLate(this.acts.today, open.dueOn)) throw supervisionRuns(open.dueOn);
      if (open.defaultedAt) throw decidedAlready();
      if (open.startedBy === who.actor.userId) throw secondPerson();
      await this.db.repo(RectificationSupervision).update({ id: open.id }, { defaultedAt: this.acts.now, defaultedByName: who.actor.name, defaultReason: reason });
      await this.outbox.enqueue(tellCreditOfRectification, { rectificationId: row.id });
    });
  }

  private async open(rectificationId: string): Promise<RectificationSupervision> {
    await this.db.lock(CaseRecord, { id: rectificationId });
    const found = await this.acts.supervision(rectificationId);
    if (!found || found.endedAt) throw noSupervision();
    return found;
  }
}
