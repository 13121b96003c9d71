import { Injectable } from '@nestjs/common';
import { CreditEvents, type EventOnLedger, monthsAfter, SubjectQueries } from '@huanbao/credit';
import { Actor, Clock, Db } from '@huanbao/platform';
import { CreditAppeal, CreditRepair } from '../credit-repair.entity';
import { RepairBook } from '../credit-repair.reference';
import { repairable, type RepairAnswer } from '../rules/repairable';
import type { RepairableView, RepairOptionsView } from '../views/options.view';

const FALSE = 'repair.false';

/** Which events of a subject can be repaired, from when, and what that needs. */
@Injectable()
export class RepairOptions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: CreditEvents,
    private readonly subjects: SubjectQueries,
    private readonly book: RepairBook,
  ) {}

  /** As the subject, who acts for it, and the bureau read it. @throws 404 for others */
  async of(actor: Actor, subjectId: string): Promise<RepairOptionsView> {
    const organisation = await this.subjects.seen(actor, subjectId);
    const all = await this.events.of(subjectId);
    const repairs = new Map((await this.db.repo(CreditRepair).findBy({ subjectId, open: true })).map(one => [one.eventKey, one.id]));
    const appeals = new Map((await this.db.repo(CreditAppeal).findBy({ subjectId, open: true })).map(one => [one.eventKey, one.id]));
    const rules = await this.book.rules();
    const barredUntil = await this.barredUntil(all);
    const proofs = { minor: await this.book.proofs('minor'), general: await this.book.proofs('general'), serious: await this.book.proofs('serious') };
    const items = all.filter(one => one.harms && one.status !== null).map((one): RepairableView => {
      const answer = repairable(one, rules, { today: this.clock.today(), barredUntil, open: repairs.has(one.key), appealed: appeals.has(one.key) });
      const { id, type, severity, title, documentNo, occurredOn, validFrom, until, status } = one;
      return { eventId: id, type, severity, title, documentNo, occurredOn, validFrom, until, status: status ?? 'active', can: answer.can, from: answer.from, why: answer.why, shortestMonths: rules.months[severity], proofs: proofs[severity].map(each => ({ ...each })), repairId: repairs.get(one.key) ?? null, appealId: appeals.get(one.key) ?? null, canAppeal: one.status === 'active' && !appeals.has(one.key) };
    });
    const bases = [await this.book.basisOf('general'), await this.book.basisOf('serious')].filter(one => one !== null);
    return { subjectId, subjectName: organisation.name, barredUntil, legalBasis: bases[0]?.legalBasis ?? '', verified: bases.length > 0 && bases.every(one => one.verified), items, nextFrom: items.filter(one => one.from !== null && (one.why === 'too-early' || one.why === 'barred')).map(one => one.from as string).sort()[0] ?? null };
  }

  /** Of one event. @param own the application that asks: it does not stand in its own way */
  async answer(event: EventOnLedger, own: string | null): Promise<RepairAnswer> {
    const open = await this.db.repo(CreditRepair).findOneBy({ eventKey: event.key, open: true });
    const appealed = await this.db.repo(CreditAppeal).existsBy({ eventKey: event.key, open: true });
    const barredUntil = await this.barredUntil(await this.events.of(event.subjectId));
    return repairable(event, await this.book.rules(), { today: this.clock.today(), barredUntil, open: open !== null && open.id !== own, appealed });
  }

  /** Last day of the newest bar that stands. */
  private async barredUntil(events: readonly EventOnLedger[]): Promise<string | null> {
    const from = events.filter(one => one.type === FALSE && (one.status === 'active' || one.status === 'expired')).map(one => one.validFrom).sort().at(-1);
    if (from === undefined) return null;
    const until = monthsAfter(from, await this.book.number('false-bar'));
    return until > this.clock.today() ? until : null;
  }
}
