import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import type { SavePlanDto } from '../rectification.dto';
import { Rectification, RectificationItem } from '../entities';
import { formStale, itemUnknown, notNow, planIncomplete, plannedTooLate } from '../rectification.errors';
import { isLate } from '../rules/deadlines';
import { RectificationActs, type Step, type Who } from './acting';

/** 整改方案: the enterprise writes it, the officer accepts or returns it. */
@Injectable()
export class RectificationPlanning {
  constructor(
    private readonly db: Db,
    private readonly acts: RectificationActs,
  ) {}

  /** Keeps what was typed, complete or not. @throws 409 `rectification.form-stale` when a colleague saved in between */
  save(who: Who, { formVersion, items }: SavePlanDto): Promise<void> {
    return this.acts.quietly(who, 'own-rectification.act', async (row, state) => {
      if (state !== 'planning') throw notNow();
      if (row.formVersion !== formVersion) throw formStale(row.formVersion);
      const known = await this.acts.items(who.id);
      for (const [nth, { id, measure, person, plannedOn }] of items.entries()) {
        if (!known.some(one => one.id === id)) throw itemUnknown(nth);
        await this.db.repo(RectificationItem).update({ id }, { measure: measure ?? null, person: person ?? null, plannedOn: plannedOn ?? null });
      }
      await this.db.repo(Rectification).update({ id: who.id }, { formVersion: formVersion + 1 });
    });
  }

  async handIn(step: Step): Promise<void> {
    await this.acts.act(step, 'hand-in-plan', {
      change: async row => {
        const items = await this.acts.items(row.id);
        const open = items.filter(one => !one.measure || !one.person || !one.plannedOn).map(one => one.place);
        if (open.length > 0) throw planIncomplete(open);
        const late = items.find(one => one.plannedOn !== null && isLate(one.plannedOn, one.dueOn));
        if (late) throw plannedTooLate(late.place, late.dueOn ?? '');
        await this.acts.tellPost(row, 'bureau.enforcer', { key: `plan:${step.version}`, zh: '收到整改方案', en: 'A plan of rectification', body: { zh: `${row.number ?? ''} 的整改方案等待审查。`, en: `The plan of ${row.number ?? ''} waits for you.` } });
        return {};
      },
    });
  }

  async accept(step: Step): Promise<void> {
    await this.acts.act(step, 'accept-plan', { change: async row => this.answered(row, step, { zh: '整改方案已同意', en: 'The plan was accepted' }, '请按方案整改，逐项上传整改后的照片或者材料。') });
  }

  async giveBack(step: Step, reason: string): Promise<void> {
    await this.acts.act(step, 'return-plan', { reason, change: async row => this.answered(row, step, { zh: '整改方案被退回', en: 'The plan was returned' }, reason) });
  }

  private async answered(row: Rectification, { version }: Step, title: { readonly zh: string; readonly en: string }, words: string): Promise<Partial<Rectification>> {
    await this.acts.tellEnterprise(row, { key: `plan-answer:${version}`, ...title, body: { zh: words, en: words } });
    return {};
  }
}
