import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { CreditEvents, type EventOnLedger } from '@huanbao/credit';
import { Directory } from '@huanbao/identity';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db, systemActor } from '@huanbao/platform';
import { appealMachine } from './appeals/appeal.machine';
import { Freezing } from './appeals/freezing.service';
import { Certificates } from './certificates/certificates.service';
import { CreditAppeal, CreditRepair } from './credit-repair.entity';
import { MATTER } from './credit-repair.policy';
import { RepairBook } from './credit-repair.reference';
import { repairMachine } from './repairs/repair.machine';
import { repairable } from './rules/repairable';

const BY = systemActor('credit-repair');

/** What follows when a ledger changes or a day ends: nobody works on what is no longer there, and what ended leaves its certificate. */
@Injectable()
export class Following {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly events: CreditEvents,
    private readonly certificates: Certificates,
    private readonly freezing: Freezing,
    private readonly directory: Directory,
    private readonly book: RepairBook,
    private readonly notifier: Notifier,
  ) {}

  /** In the running transaction of a job. */
  async follow({ subjectId, snapshotId }: { readonly subjectId: string; readonly snapshotId: string }): Promise<void> {
    await this.lapse([subjectId]);
    await this.certificates.settle([subjectId]);
    const told = await this.events.causeOf(snapshotId);
    if (told?.cause !== 'event') return;
    for (const event of (await this.events.of(subjectId)).filter(one => told.keys.includes(one.key) && one.status === 'active')) await this.tellRepair(event);
  }

  /** One batch of everybody, in its own transaction. @returns the last of it, or null when there is no more */
  settleBatch(after: string | null, most: number): Promise<string | null> {
    return this.db.transaction(async () => {
      const ids = await this.events.subjectsAfter(after, most);
      await this.lapse(ids);
      await this.certificates.settle(ids);
      return ids.length < most ? null : (ids.at(-1) ?? null);
    });
  }

  /** Applications and appeals whose event is gone end by themselves. */
  private async lapse(subjectIds: readonly string[]): Promise<void> {
    const where = subjectIds.map(subjectId => ({ subjectId, open: true }));
    if (where.length === 0) return;
    const repairs = await this.db.repo(CreditRepair).find({ where, order: { id: 'ASC' } });
    const appeals = await this.db.repo(CreditAppeal).find({ where, order: { id: 'ASC' } });
    if (repairs.length + appeals.length === 0) return;
    const standings = await this.events.ofAll([...new Set([...repairs, ...appeals].map(one => one.subjectId))]);
    for (const one of [...repairs, ...appeals]) await this.goOn(one, standings.get(one.subjectId) ?? []);
    const isOver = (one: CreditRepair | CreditAppeal): boolean => ['repaired', 'expired', 'revoked'].includes(standings.get(one.subjectId)?.find(event => event.key === one.eventKey)?.status ?? '');
    for (const { id } of repairs.filter(isOver)) await this.engine.act(repairMachine, id, 'lapse', { actor: BY, authorise: () => undefined, effects: async () => { await this.db.repo(CreditRepair).update({ id }, { open: false }); } });
    for (const { id } of appeals.filter(isOver)) {
      await this.engine.act(appealMachine, id, 'lapse', {
        actor: BY, authorise: () => undefined,
        effects: async () => {
          await this.freezing.end(id);
          await this.db.repo(CreditAppeal).update({ id }, { open: false });
        },
      });
    }
  }

  /** What is under way about an event that gave way to another goes on about that one: the applicant does not begin anew. */
  private async goOn(one: CreditRepair | CreditAppeal, events: readonly EventOnLedger[]): Promise<void> {
    const before = events.find(event => event.key === one.eventKey);
    const next = before?.replacedBy && events.find(event => event.id === before.replacedBy);
    if (!next) return;
    const about = { eventId: next.id, eventKey: next.key, eventType: next.type, eventTitle: next.title, severity: next.severity };
    Object.assign(one, about);
    await this.db.repo<CreditRepair | CreditAppeal>(one instanceof CreditRepair ? CreditRepair : CreditAppeal).update({ id: one.id }, about);
    await this.goOn(one, events);
  }

  /** 两书同达: who gets an event is told at the same time how and from when it can be repaired. */
  private async tellRepair(event: EventOnLedger): Promise<void> {
    const answer = repairable(event, await this.book.rules(), { today: this.clock.today(), barredUntil: null, open: false, appealed: false });
    const organisation = await this.directory.organisation(event.subjectId);
    if (!organisation || answer.from === null) return;
    const needed = (await this.book.proofs(event.severity)).filter(one => one.required).map(one => one.title);
    await this.notifier.notify({
      to: { orgId: event.subjectId, matter: MATTER }, topic: 'organisation', subject: { type: 'credit-subject', id: event.subjectId }, key: `credit-repair-advice:${event.id}`, link: `/${organisation.kind === 'firm' ? 'f' : 'e'}/${event.subjectId}/credit-repairs`,
      title: { zh: `信用修复告知：${event.title}`, en: `How to repair: ${event.title}` },
      body: { zh: `这条失信信息自 ${answer.from} 起可以申请修复。需要：${needed.join('、')}，并作出信用承诺。认为信息有误的，可以提出异议。`, en: `Repair can be asked for from ${answer.from} on. Proofs are listed on line. If it is wrong, appeal.` },
    });
  }
}
