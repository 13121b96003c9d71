import { Injectable } from '@nestjs/common';
import { CertifiedOfficers, InspectionReference, lawOn } from '@huanbao/enforcement';
import { Db, newId, Outbox } from '@huanbao/platform';
import type { RectificationDraftDto, RectificationServiceDto } from '../rectification.dto';
import { type NamedOfficer, Rectification, RectificationItem } from '../entities';
import { RectificationPapers } from '../papers/paper-shelf';
import { noticePaper } from '../papers/papers';
import { formStale, itemsIncomplete, itemUnknown, noLaw, notNow, nothingAsked, officersWrong, periodTooLong, violationUnknown } from '../rectification.errors';
import { rectificationServed } from '../rectification.events';
import { rectificationPolicy } from '../rectification.policy';
import { RectificationBook } from '../rectification.reference';
import { lastDue } from '../rules/deadlines';
import { RectificationActs, type Step, told, type Who } from './acting';
import { UNTOUCHED } from './opening.service';
import { RectificationServing } from './serving.service';

/** The draft, the notice (责令改正通知书) and its service. */
@Injectable()
export class RectificationIssuing {
  constructor(
    private readonly db: Db,
    private readonly acts: RectificationActs,
    private readonly book: RectificationBook,
    private readonly laws: InspectionReference,
    private readonly officers: CertifiedOfficers,
    private readonly papers: RectificationPapers,
    private readonly serving: RectificationServing,
    private readonly outbox: Outbox,
  ) {}

  /** Keeps what the officer typed, complete or not. @throws 409 `rectification.form-stale` when somebody saved in between */
  save({ actor, id }: Who, input: RectificationDraftDto): Promise<void> {
    return this.acts.quietly({ actor, id }, 'rectification.handle', async (row, state) => {
      if (state !== 'draft') throw notNow();
      if (row.formVersion !== input.formVersion) throw formStale(row.formVersion);
      const officers = await this.named(row, input.officerIds);
      await this.keepItems(row, input);
      const items = await this.acts.items(id);
      const { place, facts, planRequired } = input;
      await this.db.repo(Rectification).update({ id }, { place, facts, planRequired, officers: officers as never, formVersion: row.formVersion + 1, search: searchOf({ ...row, place }, items) });
    });
  }

  /** 制发: numbered, by two officers; the law of each item is that of the day of the conduct. */
  async issue(step: Step): Promise<void> {
    const dayType = await this.book.dayType();
    const { days: planDays } = await this.book.period('plan');
    await this.acts.act(step, 'issue', {
      change: async (row, c) => {
        const items = await this.acts.items(row.id);
        if (items.length === 0) throw nothingAsked();
        const open = items.filter(one => !one.title || !one.description || !one.requirement || !one.law).map(one => one.place);
        if (open.length > 0) throw itemsIncomplete(open);
        const officers = await this.named(row, row.officers.map(one => one.officerId));
        if (new Set(officers.map(one => one.officerId)).size < 2) throw officersWrong();
        const named = { ...row, officers };
        const paper = noticePaper(named, items, { ...(await this.papers.head('notice')), dayType, planDays, remedies: this.papers.remedies });
        await this.acts.tellEnterprise({ ...row, number: c.number }, { key: 'issued', zh: '收到责令改正通知', en: 'An order to correct', body: { zh: `${paper.number}：共 ${items.length} 项，送达后开始计算期限，请及时查看。`, en: `${items.length} items; the period begins with the service. Please read it.` } });
        return { number: c.number, officers, issuedAt: this.acts.now, issuedBy: step.actor.userId, issuedByName: step.actor.name, paper, dayType, search: searchOf({ ...row, number: c.number }, items, paper.number) };
      },
    });
  }

  drop(step: Step, reason: string): Promise<void> {
    return this.acts.act(step, 'drop', { reason, change: async () => ({}) });
  }

  /** The notice reached the enterprise, with proof: from the day after the period runs (民法典 第二百零一条). */
  async serve(step: Step, input: RectificationServiceDto): Promise<void> {
    const row = await this.db.repo(Rectification).findOneBy({ id: step.id });
    rectificationPolicy.require(step.actor, 'rectification.handle', row);
    const served = await this.serving.served(step.actor, step.id, { input, issuedOn: row?.paper?.issuedOn });
    const { on: servedOn, method } = served;
    const items = await this.acts.items(step.id);
    const dayType = row?.dayType ?? 'calendar';
    const dues = new Map<string, string>();
    for (const item of items) dues.set(item.id, await this.book.end(servedOn, { days: item.days, dayType }));
    const longest = Math.max(1, ...items.map(one => one.days));
    await this.acts.act(step, row?.planRequired === false ? 'serve-plain' : 'serve', {
      details: { servedOn, method }, clockPeriods: { rectify: { days: longest, dayType, article: '行政处罚法 第二十八条' } }, clockSince: { rectify: servedOn },
      change: async found => {
        for (const [itemId, dueOn] of dues) await this.db.repo(RectificationItem).update({ id: itemId }, { dueOn });
        const dueOn = lastDue(items.map(one => ({ state: one.state, dueOn: dues.get(one.id) ?? null })));
        await this.outbox.publish(rectificationServed, told(found));
        await this.acts.tellEnterprise(found, { key: 'served', zh: '整改期限开始计算', en: 'The period of rectification runs', body: { zh: `请在 ${dueOn ?? ''} 前完成整改${found.planRequired ? '，并先提交整改方案' : ''}。`, en: `Finish by ${dueOn ?? ''}.` } });
        return { served, servedOn, dueOn, planDueOn: found.planRequired ? await this.book.end(servedOn, await this.book.period('plan')) : null };
      },
    });
  }

  /** Officers who could sign the notice of this enterprise. */
  able(row: Rectification): Promise<{ readonly id: string; readonly name: string; readonly certificateNo: string }[]> {
    return this.officers.all({ regionCode: row.regionCode, day: this.acts.today, avoiding: row.enterpriseId });
  }

  private async named({ regionCode, enterpriseId }: Rectification, ids: readonly string[]): Promise<NamedOfficer[]> {
    const found = await this.officers.of(ids, { regionCode, day: this.acts.today, avoiding: enterpriseId });
    return found.map(({ id, userId, name, certificateNo }) => ({ officerId: id, userId, name, certificateNo }));
  }

  private async keepItems(row: Rectification, { items }: RectificationDraftDto): Promise<void> {
    const before = new Map((await this.acts.items(row.id)).map(one => [one.id, one]));
    const most = await this.book.number('period:most');
    const { laws, violations } = await this.laws.library();
    const kept: RectificationItem[] = [];
    for (const [nth, { id, violation, description, requirement, conductOn, days }] of items.entries()) {
      this.acts.notAfterToday(`/items/${nth}/conductOn`, conductOn);
      const known = id === undefined ? undefined : before.get(id);
      if (id !== undefined && !known) throw itemUnknown(nth);
      if (days > most) throw periodTooLong(nth, most);
      const chosen = violation === undefined ? null : violations.find(one => one.key === violation);
      if (chosen === undefined || (chosen === null && !known?.law)) throw violationUnknown(nth);
      const law = chosen && lawOn(laws, chosen.key, conductOn);
      if (chosen && !law) throw noLaw(chosen.title);
      // without a choice from the library the law is the one its source brought
      const basis = law ? { violation: chosen?.key ?? null, title: law.title, law: law.legalBasis, lawVerified: law.verified } : { violation: null, title: known?.title ?? '', law: known?.law ?? '', lawVerified: known?.lawVerified ?? false };
      kept.push({ ...UNTOUCHED, id: known?.id ?? newId(), rectificationId: row.id, findingId: known?.findingId ?? null, place: nth + 1, description, requirement, conductOn, ...basis, days });
    }
    await this.db.query('UPDATE rectification_evidence SET item_id = NULL WHERE rectification_id = $1 AND item_id <> ALL ($2::uuid[])', [row.id, kept.map(one => one.id)]);
    await this.db.query('DELETE FROM rectification_item WHERE rectification_id = $1 AND id <> ALL ($2::uuid[])', [row.id, kept.map(one => one.id)]);
    for (const item of kept) await this.db.repo(RectificationItem).upsert(item, ['id']);
  }
}

/** Words that lists are searched by. */
export const searchOf = (row: Pick<Rectification, 'number' | 'enterpriseName' | 'sourceNumber' | 'place'>, items: readonly Pick<RectificationItem, 'title'>[], paperNumber?: string): string => [row.number, row.enterpriseName, row.sourceNumber, row.place, paperNumber, ...items.map(one => one.title)].filter(Boolean).join(' ');

