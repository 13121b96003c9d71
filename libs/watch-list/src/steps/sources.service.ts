import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { CreditEvents, CreditHistory, type EventOnLedger } from '@huanbao/credit';
import { OverduePenalties, PenaltyParties } from '@huanbao/penalties';
import { Actor, systemActor } from '@huanbao/platform';
import { WatchReference } from '../watch-list.reference';
import { WatchActs } from './acting';
import { type Clue, Clues, type Gone, OVER, TAKEN_BACK } from './clues.service';

const BY: Actor = systemActor('watch-list');
/** Nights that may have been missed. What began before is no news. */
const LOOK_BACK_DAYS = 31;

/** What other rooms decided, as clues by the dated table of triggers. Each piece may be told again. */
@Injectable()
export class ClueSources {
  constructor(
    private readonly clues: Clues,
    private readonly acts: WatchActs,
    private readonly reference: WatchReference,
    private readonly events: CreditEvents,
    private readonly history: CreditHistory,
    private readonly overdue: OverduePenalties,
    private readonly parties: PenaltyParties,
  ) {}

  /** New events of the ledger whose type has a trigger; and clues whose event was revoked. In the running transaction of a job. */
  async takeLedger({ subjectId, snapshotId }: { readonly subjectId: string; readonly snapshotId: string }): Promise<void> {
    const told = await this.events.causeOf(snapshotId);
    if (!told || told.keys.length === 0) return;
    const changed = (await this.events.of(subjectId)).filter(one => told.keys.includes(one.key));
    for (const event of changed) {
      if (event.status === 'revoked') await this.clues.withdraw(BY, { sourceType: 'credit-event', sourceId: event.id });
      else if (event.status === 'active') await this.takeEvent(event);
    }
    await this.dropGone(subjectId);
  }

  /** Events that were recorded before their validity began: a clue on the day it begins. The night after a missed one makes up for it. */
  async takeBegun(): Promise<void> {
    const { today } = this.acts;
    const types = [...(await this.reference.triggers(today)).events.keys()];
    for (const event of await this.events.begunLater(types, { from: addDays(today, -LOOK_BACK_DAYS), to: today })) if (event.status === 'active') await this.takeEvent(event);
  }

  /** The grade in force has become one of the lowest. */
  async takeGrade({ subjectId, snapshotId }: { readonly subjectId: string; readonly snapshotId: string }): Promise<void> {
    const move = await this.history.move(snapshotId);
    if (!move || !(await this.reference.triggers(move.asOf)).colours.has(move.colour)) return;
    const clue = await this.about(subjectId);
    if (!clue) return;
    await this.clues.take(BY, { ...clue, trigger: 'grade', title: `环境信用等级变为${move.gradeTitle}`, facts: `环境信用等级自 ${move.asOf} 起为${move.gradeTitle}，得分 ${move.score}。自动转为线索，请核查是否需要列入。`, legalBasis: null, documentNo: null, occurredOn: move.asOf, sourceType: 'credit-grade', sourceId: snapshotId });
  }

  /** Penalties that are not performed so long after their term. */
  async takeUnpaid(): Promise<void> {
    const { unpaidDays } = await this.reference.triggers();
    if (unpaidDays === null) return;
    for (const { decisionId, number, party, regionCode, dueOn, openYuan } of await this.overdue.since(unpaidDays)) {
      await this.clues.take(BY, {
        party, regionCode, trigger: 'unpaid', title: `逾期不履行处罚决定 ${number}`, facts: `处罚决定 ${number} 的缴款期限 ${dueOn} 届满，至今未缴清，尚欠 ${openYuan} 元。自动转为线索，请核查是否属于拒不履行。`, legalBasis: null, documentNo: number,
        occurredOn: dueOn, sourceType: 'penalty', sourceId: decisionId,
      });
    }
  }

  /**
   * Sources whose cause is gone. A grade that by today's ledger never was one of the lowest was no reason; one that is better since is over. So is a
   * penalty that was taken back or paid. What is over drops a clue; a listing that was decided stays, and is left by its own way.
   * @param subjectId of one subject; everybody when left out
   */
  async dropGone(subjectId: string | null = null): Promise<void> {
    const { colours } = await this.reference.triggers();
    for (const source of await this.clues.living(['credit-grade', 'penalty'], subjectId)) {
      const gone = source.sourceType === 'penalty' ? await this.penaltyGone(source.sourceId) : source.subjectOrgId === null ? null : await this.gradeGone(source.subjectOrgId, source.occurredOn, colours);
      if (gone) await this.clues.withdraw(BY, source, gone);
    }
  }

  private async penaltyGone(decisionId: string): Promise<Gone | null> {
    const how = (await this.overdue.settled([decisionId])).get(decisionId);
    return how === undefined ? null : how === 'revoked' ? TAKEN_BACK : OVER;
  }

  private async gradeGone(subjectId: string, on: string, colours: ReadonlySet<string>): Promise<Gone | null> {
    const { today } = this.acts;
    const [then, now] = await this.history.of(subjectId, [on, today]);
    if (then && !colours.has(then.colour)) return TAKEN_BACK;
    return now && !colours.has(now.colour) ? OVER : null;
  }

  private async takeEvent(event: EventOnLedger): Promise<void> {
    const trigger = (await this.reference.triggers(this.acts.today)).events.get(event.type);
    const clue = trigger && (await this.about(event.subjectId));
    if (!trigger || !clue) return;
    await this.clues.take(BY, { ...clue, trigger, title: event.title, facts: `信用记录：${event.typeTitle}，${event.title}（${event.occurredOn}）。自动转为线索，请核查是否需要列入。`, legalBasis: event.legalBasis, documentNo: event.documentNo, occurredOn: event.occurredOn, sourceType: 'credit-event', sourceId: event.id });
  }

  private async about(subjectId: string): Promise<Pick<Clue, 'party' | 'regionCode'> | null> {
    const party = await this.parties.platform(subjectId);
    return party && { party, regionCode: this.parties.regionIn(party.regionCode) };
  }
}
