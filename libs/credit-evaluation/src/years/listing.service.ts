import { Injectable } from '@nestjs/common';
import { CreditReckoning } from '@huanbao/credit';
import { Directory, type Organisation } from '@huanbao/identity';
import { Permit, statusOn } from '@huanbao/permits';
import { PenaltyFines } from '@huanbao/penalties';
import { Actor, Audit, Clock, coversRegion, Db, newId, notFound } from '@huanbao/platform';
import { CreditEvaluation, EvaluationParticipant, EvaluationYear } from '../evaluation.entity';
import { listedElsewhere, listPublished, removedAlready, removalAskedAlready, removalNotAsked, removalOwn, removedTooLate, subjectUnfit, volunteeringClosed } from '../evaluation.errors';
import { evaluationMachine } from '../evaluation.machine';
import { yearPolicy } from '../evaluation.policy';
import { EvaluationBook } from '../evaluation.reference';
import { EVENT_RULES, type HeldPermit, type ListedReason, type ListingFacts, mergedReasons, reasonsOf, townOf } from '../rules/listing';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { IsNull } from 'typeorm';
import { Announcing } from './announcing.service';

export interface ListedCount {
  readonly added: number;
  readonly gone: number;
  readonly kept: number;
  /** On the list of another bureau in the same year. */
  readonly elsewhere: number;
}

interface Place {
  readonly address: string;
  readonly permits: HeldPermit[];
}

/** Approved, published or under an objection: it stays. */
const TOO_LATE = ['objection', 'approved', 'published'];

/** Who takes part in a year: computed by dated rules, added and taken off by hand, each with its reason. */
@Injectable()
export class Listing {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly book: EvaluationBook,
    private readonly reckoning: CreditReckoning,
    private readonly fines: PenaltyFines,
    private readonly directory: Directory,
    private readonly engine: CaseEngine,
    private readonly announcing: Announcing,
    private readonly audit: Audit,
  ) {}

  /** The list by today's rules and records. Who was taken off stays off; what a person put there stays. */
  compute(actor: Actor, yearId: string): Promise<ListedCount> {
    return this.db.transaction(async () => {
      const year = await this.db.lock(EvaluationYear, { id: yearId });
      yearPolicy.require(actor, 'evaluation-year.list', year);
      if (year.state !== 'listing') throw listPublished();
      const found = await this.found(year);
      const before = new Map((await this.db.repo(EvaluationParticipant).findBy({ yearId, mergedInto: IsNull() })).map(one => [one.subjectId, one]));
      const gone = await this.dropComputed([...before.values()].filter(one => !found.has(one.subjectId)));
      let [added, kept, elsewhere] = [0, 0, 0];
      const organisations = await this.directory.organisations([...found.keys()]);
      for (const [subjectId, { reasons, place }] of found) {
        const known = before.get(subjectId);
        const organisation = organisations.get(subjectId);
        if (known) {
          await this.db.repo(EvaluationParticipant).update({ id: known.id }, { reasons: mergedReasons(known.reasons, reasons) });
          kept += known.removedAt === null ? 1 : 0;
        } else if (organisation && (await this.insert(actor, year, { organisation, reasons, place }))) added += 1;
        else elsewhere += 1;
      }
      await this.audit.record({ actor, action: 'evaluation-year.compute-list', subject: { type: 'evaluation-year', id: yearId }, details: { added, gone, kept, elsewhere } });
      return { added, gone, kept, elsewhere };
    });
  }

  /** By hand, before the list is published and after. @throws 409 when it is there */
  add(actor: Actor, yearId: string, { subjectId, reason }: { readonly subjectId: string; readonly reason: string }): Promise<void> {
    return this.db.transaction(async () => {
      const year = await this.db.lock(EvaluationYear, { id: yearId });
      yearPolicy.require(actor, 'evaluation-year.list', year);
      const organisation = await this.directory.organisation(subjectId);
      if (!organisation || organisation.kind !== 'enterprise' || !coversRegion(actor, organisation.regionCode) || !organisation.regionCode.startsWith(year.regionCode)) throw subjectUnfit();
      await this.put(actor, year, { organisation, reasons: [{ rule: 'hand', words: reason }] });
    });
  }

  /** An enterprise asks for it while the list is being drawn up. */
  volunteer(actor: Actor, reason: string): Promise<EvaluationYear> {
    return this.db.transaction(async () => {
      const organisation = actor.orgId === null ? null : await this.directory.organisation(actor.orgId);
      if (!organisation || organisation.kind !== 'enterprise') throw notFound();
      const year = await this.db.repo(EvaluationYear).createQueryBuilder('y').where(`y.state = 'listing' AND :region LIKE y.regionCode || '%'`, { region: organisation.regionCode }).orderBy('y.year', 'DESC').getOne();
      if (!year) throw volunteeringClosed();
      await this.db.lock(EvaluationYear, { id: year.id });
      await this.put(actor, year, { organisation, reasons: [{ rule: 'voluntary', words: reason }] });
      return year;
    });
  }

  /** Off the list, with a reason; of a list that is published it is asked for, and a second person decides. */
  remove(actor: Actor, participantId: string, reason: string): Promise<EvaluationParticipant> {
    return this.db.transaction(async () => {
      const participant = await this.participant(participantId);
      const year = participant && (await this.db.lock(EvaluationYear, { id: participant.yearId }));
      yearPolicy.require(actor, 'evaluation-year.list', year);
      if (!participant) throw notFound();
      if (participant.removedAt !== null) throw removedAlready();
      if (participant.evaluationId !== null) return this.askRemoval(actor, participant, reason);
      const change = { removedAt: this.clock.now(), removedBy: actor.userId, removedByName: actor.name, removedReason: reason };
      await this.db.repo(EvaluationParticipant).update({ id: participantId }, change);
      await this.audit.record({ actor, action: 'evaluation-year.remove', subject: { type: 'evaluation-year', id: participant.yearId }, details: { subjectId: participant.subjectId, reason } });
      return { ...participant, ...change };
    });
  }

  /** By somebody else: the enterprise is told and its case ends, or it stays. */
  decideRemoval(actor: Actor, participantId: string, { approved, reason }: { readonly approved: boolean; readonly reason: string }): Promise<EvaluationParticipant> {
    return this.db.transaction(async () => {
      const participant = await this.participant(participantId);
      const year = participant && (await this.db.lock(EvaluationYear, { id: participant.yearId }));
      yearPolicy.require(actor, 'evaluation-year.run', year);
      if (!participant) throw notFound();
      const { removalAsked, evaluationId, removedAt } = participant;
      if (removedAt !== null) throw removedAlready();
      if (!removalAsked || evaluationId === null) throw removalNotAsked();
      if (removalAsked.byUserId === actor.userId) throw removalOwn();
      if (approved) await this.end(actor, evaluationId, removalAsked.reason);
      const change = approved ? { removedAt: this.clock.now(), removedBy: actor.userId, removedByName: `${removalAsked.byName}、${actor.name}`, removedReason: removalAsked.reason } : { removalAsked: null };
      await this.db.repo(EvaluationParticipant).update({ id: participantId }, change);
      await this.audit.record({ actor, action: approved ? 'evaluation-year.remove' : 'evaluation-year.refuse-removal', subject: { type: 'evaluation-year', id: participant.yearId }, details: { subjectId: participant.subjectId, asked: removalAsked, reason } });
      return { ...participant, ...change };
    });
  }

  private async askRemoval(actor: Actor, participant: EvaluationParticipant, reason: string): Promise<EvaluationParticipant> {
    const c = await this.db.repo(CaseRecord).findOneByOrFail({ id: participant.evaluationId as string });
    if (TOO_LATE.includes(c.state)) throw removedTooLate();
    if (participant.removalAsked) throw removalAskedAlready();
    const removalAsked = { byUserId: actor.userId, byName: actor.name, at: this.clock.now().toISOString(), reason };
    await this.db.repo(EvaluationParticipant).update({ id: participant.id }, { removalAsked });
    await this.audit.record({ actor, action: 'evaluation-year.ask-removal', subject: { type: 'evaluation-year', id: participant.yearId }, details: { subjectId: participant.subjectId, reason } });
    return { ...participant, removalAsked };
  }

  private participant(id: string): Promise<EvaluationParticipant | null> {
    return this.db.lock(EvaluationParticipant, { id });
  }

  private async end(actor: Actor, evaluationId: string, reason: string): Promise<void> {
    const c = await this.db.repo(CaseRecord).findOneByOrFail({ id: evaluationId });
    if (TOO_LATE.includes(c.state)) throw removedTooLate();
    await this.engine.act(evaluationMachine, evaluationId, 'drop', { actor, reason, authorise: one => yearPolicy.require(actor, 'evaluation-year.run', one) });
    await this.announcing.tellDropped(await this.db.repo(CreditEvaluation).findOneByOrFail({ id: evaluationId }), reason);
  }

  /** New, or there again after it was taken off; with its case where the list is published. */
  private async put(actor: Actor, year: EvaluationYear, { organisation, reasons }: { readonly organisation: Organisation; readonly reasons: ListedReason[] }): Promise<void> {
    const known = await this.db.repo(EvaluationParticipant).findOneBy({ year: year.year, subjectId: organisation.id, mergedInto: IsNull() });
    if (known && (known.removedAt === null || known.yearId !== year.id || known.evaluationId !== null)) throw listedElsewhere();
    if (known) await this.db.repo(EvaluationParticipant).update({ id: known.id }, { removedAt: null, removedBy: null, removalAsked: null, removedByName: null, removedReason: null, reasons: [...known.reasons, ...reasons] });
    else if (!(await this.insert(actor, year, { organisation, reasons, place: await this.placeOf(organisation) }))) throw listedElsewhere();
    await this.audit.record({ actor, action: 'evaluation-year.add', subject: { type: 'evaluation-year', id: year.id }, details: { subjectId: organisation.id, reasons } });
    if (year.state === 'running') await this.announcing.announce(actor, year, await this.db.repo(EvaluationParticipant).findOneByOrFail({ year: year.year, subjectId: organisation.id, mergedInto: IsNull() }));
  }

  private async insert(actor: Actor, year: EvaluationYear, { organisation, reasons, place }: { readonly organisation: Organisation; readonly reasons: readonly ListedReason[]; readonly place: Place }): Promise<boolean> {
    const [permit] = place.permits;
    const { id: subjectId, name: subjectName, uscc, regionCode } = organisation;
    const row = {
      id: newId(), yearId: year.id, year: year.year, subjectId, subjectName, uscc, regionCode, town: townOf(place.address || organisation.address), industryCode: permit?.industryCode ?? null, industryName: permit?.industryName ?? null, reasons,
      addedByName: actor.name, addedAt: this.clock.now(), removedAt: null, removedBy: null, removalAsked: null, removedByName: null, removedReason: null, evaluationId: null, mergedInto: null, search: [subjectName, uscc, permit?.industryName].filter(Boolean).join(' '),
    };
    const made = await this.db.repo(EvaluationParticipant).createQueryBuilder().insert().values(row as object).orIgnore().returning('id').execute();
    return (made.raw as unknown[]).length > 0;
  }

  /** What only the rules had put there and they no longer do. */
  private async dropComputed(rows: readonly EvaluationParticipant[]): Promise<number> {
    let gone = 0;
    for (const row of rows) {
      const reasons = mergedReasons(row.reasons, []);
      if (reasons.length > 0) await this.db.repo(EvaluationParticipant).update({ id: row.id }, { reasons });
      else if (row.removedAt === null) {
        await this.db.repo(EvaluationParticipant).delete({ id: row.id });
        gone += 1;
      }
    }
    return gone;
  }

  private async placeOf({ id, address }: Organisation): Promise<Place> {
    const permits = await this.db.repo(Permit).find({ where: { enterpriseId: id }, order: { id: 'DESC' } });
    return { address: permits[0]?.siteAddress ?? address, permits };
  }

  /** Everybody of the region for whom a rule holds, in a few statements. */
  private async found(year: EvaluationYear): Promise<Map<string, { reasons: ListedReason[]; place: Place }>> {
    const span = { from: `${year.year}-01-01`, to: year.asOf, regionCode: year.regionCode };
    const book = await this.book.listing();
    const places = await this.permitsOf(year);
    const fines = grouped(await this.fines.served(span), one => one.enterpriseId);
    const events = grouped(await this.reckoning.subjectsWith(Object.values(EVENT_RULES).flat(), span), one => one.subjectId);
    const found = new Map<string, { reasons: ListedReason[]; place: Place }>();
    for (const id of new Set([...places.keys(), ...fines.keys(), ...events.keys()])) {
      const place = places.get(id) ?? { address: '', permits: [] };
      const facts: ListingFacts = { permits: place.permits, fines: fines.get(id) ?? [], events: events.get(id) ?? [] };
      const reasons = reasonsOf(facts, book);
      if (reasons.length > 0) found.set(id, { reasons, place });
    }
    return found;
  }

  /** Permits that held on the last day of the year or today: who got one meanwhile takes part as well. */
  private async permitsOf(year: EvaluationYear): Promise<Map<string, Place>> {
    const rows = await this.db.repo(Permit).createQueryBuilder('p')
      .select(['p.id', 'p.number', 'p.enterpriseId', 'p.siteAddress', 'p.managementCategory', 'p.industryCode', 'p.industryName', 'p.status', 'p.endedOn', 'p.validTo', 'p.validFrom'])
      .where('p.regionCode LIKE :region', { region: `${year.regionCode}%` }).orderBy('p.id', 'DESC').getMany();
    const today = this.clock.today();
    const holds = (permit: Permit): boolean => [year.asOf, today].some(day => permit.validFrom <= day && statusOn(permit, day) === 'valid');
    return new Map([...grouped(rows.filter(holds), one => one.enterpriseId)].map(([id, permits]) => [id, { address: permits[0]?.siteAddress ?? '', permits }]));
  }
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    const list = map.get(keyOf(row));
    if (list) list.push(row);
    else map.set(keyOf(row), [row]);
  }
  return map;
}
