import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Db, newId, Outbox, violatedConstraint } from '@huanbao/platform';
import type { VerifyRectificationDto } from '../rectification.dto';
import { type Paper, Rectification, RectificationItem, RectificationSupervision, RectificationVerification } from '../entities';
import { RectificationPapers } from '../papers/paper-shelf';
import { closingPaper } from '../papers/papers';
import { dayTooEarly, issuerVerifies, newDayNeeded, notDonePasses, resultsWrong } from '../rectification.errors';
import { rectificationClosed, violationPersists } from '../rectification.events';
import { RectificationBook } from '../rectification.reference';
import { extraDays, lastDue } from '../rules/deadlines';
import { isHandler, RectificationActs, type Step, told, unmended } from './acting';
import { RectificationClues } from './clues.service';

interface Judged {
  readonly passed: readonly RectificationItem[];
  readonly failed: readonly RectificationItem[];
}

/** 核查: by somebody who neither found it nor issued the notice; passed and closed, or back with a new deadline. */
@Injectable()
export class RectificationVerifying {
  constructor(
    private readonly db: Db,
    private readonly acts: RectificationActs,
    private readonly book: RectificationBook,
    private readonly papers: RectificationPapers,
    private readonly clues: RectificationClues,
    private readonly outbox: Outbox,
  ) {}

  async verify(step: Step, input: VerifyRectificationDto): Promise<void> {
    this.acts.notAfterToday('/visitedOn', input.visitedOn);
    if (input.results.every(one => one.passed)) return this.pass(step, input);
    const most = addDays(this.acts.today, await this.book.number('period:most'));
    const { newDueOn } = input;
    if (!newDueOn || newDueOn <= this.acts.today || newDueOn > most) throw newDayNeeded(most);
    return this.reject(step, { ...input, newDueOn });
  }

  private async pass(step: Step, input: VerifyRectificationDto): Promise<void> {
    await this.named(() => this.acts.act(step, 'pass', {
      details: { way: input.way, visitedOn: input.visitedOn },
      change: async row => {
        const { passed } = await this.judged(step, row, input);
        await this.mark(passed);
        const round = row.rejections + 1;
        const paper = closingPaper(row, await this.acts.items(row.id), { ...(await this.papers.head('closing')), verification: { ...input, verifiedByName: step.actor.name, round }, results: input.results });
        await this.record(step, row, { ...input, round, outcome: 'passed', paper });
        await this.db.repo(RectificationSupervision).createQueryBuilder().update().set({ outcome: 'done', endedAt: this.acts.now, endedReason: '整改已核查通过' }).where('rectificationId = :id AND endedAt IS NULL', { id: row.id }).execute();
        await this.outbox.publish(rectificationClosed, told(row));
        await this.acts.tellEnterprise(row, { key: 'closed', zh: '整改核查通过', en: 'Verified and closed', body: { zh: `${paper.number}：全部整改项核查通过，已销号。`, en: `Everything passed; the case is closed.` } });
        return { closedOn: this.acts.today };
      },
    }));
  }

  /** Back to the enterprise, counted, with a new deadline; when the violation goes on, those who keep penalties are told. */
  private async reject(step: Step, input: VerifyRectificationDto & { readonly newDueOn: string }): Promise<void> {
    const row = await this.db.repo(Rectification).findOneBy({ id: step.id });
    const dayType = row?.dayType ?? 'calendar';
    const { days, endsOn } = extraDays(this.acts.today, { have: 0, dayType, until: input.newDueOn }, await this.book.calendar());
    await this.named(() => this.acts.act(step, 'reject', {
      details: { way: input.way, visitedOn: input.visitedOn, newDueOn: endsOn }, clockPeriods: { rectify: { days, dayType, article: '行政处罚法 第二十八条' } },
      change: async found => {
        const { passed, failed } = await this.judged(step, found, input);
        await this.mark(passed);
        for (const item of failed) await this.db.repo(RectificationItem).update({ id: item.id }, { state: 'open', doneAt: null, doneByName: null, doneLate: false, dueOn: endsOn, version: item.version + 1 });
        await this.record(step, found, { ...input, round: found.rejections + 1, outcome: 'rejected', newDueOn: endsOn, paper: null });
        if (input.persists) await this.outbox.publish(violationPersists, { ...told(found), ...unmended(found, failed), inspectionId: found.source === 'inspection' ? found.sourceId : null, number: found.number ?? '', orderServedOn: found.servedOn ?? '', recheckedOn: input.visitedOn, words: input.findings });
        const clue = input.clueReason && found.clueAt === null ? await this.clues.give(found, input.clueReason) : {};
        await this.acts.tellEnterprise(found, { key: `rejected:${found.rejections}`, zh: '整改核查未通过', en: 'Not passed', body: { zh: `有 ${failed.length} 项未通过，请在 ${endsOn} 前继续整改后再次提交。`, en: `${failed.length} items did not pass. Mend them by ${endsOn}.` } });
        return { rejections: found.rejections + 1, dueOn: lastDue(await this.acts.items(found.id)), ...clue };
      },
    }));
  }

  /** Each item that has not passed before gets its word; what was not handed in cannot pass. */
  private async judged({ actor }: Step, row: Rectification, { results, visitedOn }: VerifyRectificationDto): Promise<Judged> {
    if (isHandler(row, actor.userId)) throw issuerVerifies();
    if (row.servedOn !== null && visitedOn < row.servedOn) throw dayTooEarly('/visitedOn', row.servedOn);
    const items = (await this.acts.items(row.id)).filter(one => one.state !== 'passed');
    const ids = results.map(one => one.itemId);
    if (new Set(ids).size !== ids.length || items.length !== ids.length || items.some(one => !ids.includes(one.id))) throw resultsWrong();
    const passes = (item: RectificationItem): boolean => results.some(one => one.itemId === item.id && one.passed);
    const open = items.find(one => one.state === 'open' && passes(one));
    if (open) throw notDonePasses(open.place);
    return { passed: items.filter(passes), failed: items.filter(one => !passes(one)) };
  }

  private async mark(passed: readonly RectificationItem[]): Promise<void> {
    for (const { id, version } of passed) await this.db.repo(RectificationItem).update({ id }, { state: 'passed', version: version + 1 });
  }

  private async record({ actor }: Step, row: Rectification, { round, way, visitedOn, findings, results, outcome, persists, newDueOn, paper }: VerifyRectificationDto & { readonly round: number; readonly outcome: 'passed' | 'rejected'; readonly paper: Paper | null }): Promise<void> {
    await this.db.repo(RectificationVerification).insert({
      id: newId(), rectificationId: row.id, round, way, visitedOn, findings, results: results as never, outcome, persists: outcome === 'rejected' && persists, newDueOn: outcome === 'rejected' ? (newDueOn ?? null) : null, verifiedBy: actor.userId, verifiedByName: actor.name, verifiedAt: this.acts.now, issuedBy: row.issuedBy as string, paper: paper as never,
    });
  }

  private async named(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (violatedConstraint(error) === 'rectification_verification_second') throw issuerVerifies();
      throw error;
    }
  }
}
