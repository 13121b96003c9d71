import { Injectable } from '@nestjs/common';
import { addDays, daysBetween } from '@huanbao/calendar';
import { CaseRecord, ClockEntry } from '@huanbao/casework';
import { Db, newId, notFound, violatedConstraint } from '@huanbao/platform';
import type { AskRectificationExtensionDto, DecideRectificationDto } from '../rectification.dto';
import { Rectification, RectificationExtension, RectificationItem } from '../entities';
import { decidedAlready, extensionDay, extensionItems, extensionLate, extensionOpen, extensionsUsed, issuerApproves, notNow } from '../rectification.errors';
import { MENDING, type RectificationStep } from '../rectification.machine';
import { RectificationBook } from '../rectification.reference';
import { extraDays, isLate, lastDue } from '../rules/deadlines';
import { RectificationActs, type Step, type Who } from './acting';

/** 延期: asked for before the deadline, granted by a head who did not issue the notice. */
@Injectable()
export class RectificationExtending {
  constructor(
    private readonly db: Db,
    private readonly acts: RectificationActs,
    private readonly book: RectificationBook,
  ) {}

  async ask(who: Who, { itemIds, untilDay, reason }: AskRectificationExtensionDto): Promise<void> {
    const [times, most] = [await this.book.number('extension:times'), await this.book.number('extension:most')];
    try {
      await this.acts.note(who, { need: 'own-rectification.submit', text: { zh: `申请延期至 ${untilDay}`, en: `An extension to ${untilDay} was asked for` }, action: 'rectification.ask-extension', details: { itemIds, untilDay } }, async (row, state) => {
        if (!MENDING.includes(state)) throw notNow();
        const before = await this.db.repo(RectificationExtension).findBy({ rectificationId: who.id });
        if (before.some(one => one.state === 'asked')) throw extensionOpen();
        if (before.filter(one => one.state === 'approved').length >= times) throw extensionsUsed(times);
        const chosen = (await this.acts.items(who.id)).filter(one => itemIds.includes(one.id) && one.state === 'open');
        if (chosen.length !== new Set(itemIds).size) throw extensionItems();
        const late = chosen.find(one => isLate(this.acts.today, one.dueOn));
        if (late) throw extensionLate(late.dueOn ?? '');
        const fromDay = lastDue(chosen) ?? this.acts.today;
        const latest = addDays(fromDay, most);
        if (untilDay <= fromDay || untilDay > latest) throw extensionDay(fromDay, latest);
        await this.db.repo(RectificationExtension).insert({ id: newId(), rectificationId: who.id, itemIds, fromDay, untilDay, reason, state: 'asked', askedByName: who.actor.name, askedAt: this.acts.now, decidedByName: null, decidedAt: null, decidedReason: null });
        await this.acts.tellPost(row, 'bureau.supervisor', { key: `extension:${before.length}`, zh: '申请整改延期', en: 'An extension is asked for', body: { zh: `${row.number ?? ''} 申请从 ${fromDay} 延期至 ${untilDay}，请决定。`, en: `${row.number ?? ''}: from ${fromDay} to ${untilDay}. Please decide.` } });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'rectification_extension_open') throw extensionOpen();
      throw error;
    }
  }

  async decide(step: Step, extensionId: string, { approved, reason }: DecideRectificationDto): Promise<void> {
    await this.db.transaction(async () => {
      const c = await this.db.lock(CaseRecord, { id: step.id, kind: 'rectification' });
      const asked = c && (await this.db.lock(RectificationExtension, { id: extensionId, rectificationId: step.id }));
      if (!approved || !c || !asked) return this.refuse(step, asked, reason);
      const action = `extend-${c.state}`;
      if (!MENDING.includes(c.state)) throw notNow();
      const later = await this.later(step.id, asked.untilDay);
      const endsOn = later?.endsOn ?? asked.untilDay;
      const change = async (row: Rectification): Promise<Partial<Rectification>> => {
        this.check(step, row, asked);
        await this.db.repo(RectificationExtension).update({ id: asked.id }, { state: 'approved', decidedByName: step.actor.name, decidedAt: this.acts.now, decidedReason: reason });
        for (const id of asked.itemIds) await this.db.repo(RectificationItem).update({ id, rectificationId: step.id }, { dueOn: endsOn });
        await this.answered(row, asked, { zh: '同意延期', en: 'The extension was granted' }, `新的期限：${endsOn}。${reason}`);
        return { dueOn: lastDue(await this.acts.items(step.id)) };
      };
      if (later) return this.acts.act(step, action as RectificationStep, { extendDays: later.days, reason: `${asked.reason}；${reason}`, details: { extensionId, until: endsOn }, change });
      return this.acts.note(step, { need: 'rectification.approve', text: { zh: `同意延期至 ${endsOn}`, en: `Extended to ${endsOn}` }, action: 'rectification.extend-items', details: { extensionId } }, async row => {
        await this.db.repo(Rectification).update({ id: step.id }, await change(row));
      });
    });
  }

  private refuse(step: Who, asked: RectificationExtension | null, reason: string): Promise<void> {
    return this.acts.note(step, { need: 'rectification.approve', text: { zh: '不同意延期', en: 'The extension was refused' }, action: 'rectification.refuse-extension', details: { reason } }, async row => {
      const extension = this.check(step, row, asked);
      await this.db.repo(RectificationExtension).update({ id: extension.id }, { state: 'refused', decidedByName: step.actor.name, decidedAt: this.acts.now, decidedReason: reason });
      await this.answered(row, extension, { zh: '不同意延期', en: 'The extension was refused' }, reason);
    });
  }

  private check({ actor }: Who, row: Rectification, asked: RectificationExtension | null): RectificationExtension {
    if (!asked) throw notFound();
    if (asked.state !== 'asked') throw decidedAlready();
    if (row.issuedBy === actor.userId) throw issuerApproves();
    return asked;
  }

  private answered(row: Rectification, { id }: RectificationExtension, title: { readonly zh: string; readonly en: string }, words: string): Promise<void> {
    return this.acts.tellEnterprise(row, { key: `extension-answer:${id}`, ...title, body: { zh: words, en: words } });
  }

  /** By how much the running clock of the case has to be longer, where the new day lies behind its end. */
  private async later(caseId: string, until: string): Promise<{ readonly days: number; readonly endsOn: string } | null> {
    const entries = await this.db.repo(ClockEntry).find({ where: { caseId, clock: 'rectify' }, order: { seq: 'ASC' } });
    const start = entries.findLast(one => one.kind === 'start');
    if (!start?.dayType) return null;
    const have = entries.filter(one => one.run === start.run).reduce((sum, one) => sum + (one.days ?? 0), 0);
    const ends = await this.book.end(start.date, { days: have, dayType: start.dayType });
    return daysBetween(ends, until) <= 0 ? null : extraDays(start.date, { have, dayType: start.dayType, until }, await this.book.calendar());
  }
}
