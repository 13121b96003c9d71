import { Injectable } from '@nestjs/common';
import { CaseEvent, CaseRecord } from '@huanbao/casework';
import { Clock, Db, shanghaiDate, systemActor } from '@huanbao/platform';
import { In, IsNull, Not } from 'typeorm';
import { Penalty, PenaltyDecision } from '../entities';
import { PenaltyActs } from '../steps/acting';
import { type Clue, Opening } from '../steps/opening.service';
import { FoundFacts, type Found } from './found-facts';
import { PenaltyJoinedFinding } from './joined-finding.entity';

const BY = systemActor('penalties');
const WORDS = 4000;
/** A complaint is a source by its first answer, and again by a round. */
const ROUND = 'complaint-round';
const OF_COMPLAINT = ['complaint', ROUND];

interface Unmended {
  readonly rectificationId: string;
  readonly enterpriseId: string;
  readonly regionCode: string;
  readonly number: string;
  readonly inspectionId?: string | null;
  readonly complaintId?: string | null;
  readonly findingIds?: readonly string[];
}

interface Note {
  readonly zh: string;
  readonly en: string;
  readonly action: string;
  readonly key: string;
  readonly details?: Record<string, unknown>;
}

/**
 * From what a penalty follows: visits, complaints, rectifications. A violation is one case, whichever way it comes; several of one visit are several. The filing clock runs from
 * the day it was found or handed over, not from the day of the message. Each message may come again.
 */
@Injectable()
export class Clues {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly opening: Opening,
    private readonly acts: PenaltyActs,
    private readonly found: FoundFacts,
  ) {}

  /** A case as its messages name it. */
  facts(id: string): Promise<Penalty> {
    return this.db.repo(Penalty).findOneByOrFail({ id });
  }

  /** Each finding that the officers handed over is a clue of its own, found on the day of the visit, with its photos. */
  async inspection({ inspectionId, enterpriseId, regionCode }: { readonly inspectionId: string; readonly enterpriseId: string; readonly regionCode: string }): Promise<void> {
    const found = (await this.found.of(inspectionId)).filter(one => one.decision === 'penalty-clue');
    if (found.length === 0) return;
    const complaintId = await this.found.complaintOf(inspectionId);
    await this.lock(complaintId, inspectionId);
    // a case of before held all of them in one; or that of the complaint took them over
    if (await this.db.repo(Penalty).existsBy([{ sourceType: 'inspection', sourceId: inspectionId, findingId: IsNull() }, { sourceType: In(OF_COMPLAINT), inspectionId, findingId: IsNull() }])) return;
    // the complaint that led to the visit was answered before the record was sealed: its case takes over what was found
    const [first] = await this.undecided(await this.ofComplaint(complaintId, enterpriseId));
    const fresh: Found[] = [];
    for (const one of found) if (!(await this.livesFor(one.findingId))) fresh.push(one);
    // one violation of them, the one the case is about; each of the others is a case of its own
    const joined = first && (await this.fitting(first, fresh));
    if (first && joined) await this.join(first, joined);
    for (const one of fresh) if (one !== joined) await this.take(enterpriseId, { kind: 'inspection', text: one.words, discoveredOn: one.foundOn, regionCode, sourceId: inspectionId, found: one });
  }

  /** The sealed record came on paper after cases had taken it over. */
  async paper(inspectionId: string): Promise<void> {
    await this.lock(await this.found.complaintOf(inspectionId), inspectionId);
    await this.found.paper(inspectionId);
  }

  /** A complaint that was found justified against an enterprise is a clue, once; where a visit to it or its rectification led to cases, those are told and no second one is opened. */
  async complaint({ complaintId, enterpriseId, outcome, regionCode, on }: { readonly complaintId: string; readonly enterpriseId: string | null; readonly outcome: string; readonly regionCode: string; readonly on?: string }): Promise<void> {
    if (enterpriseId === null || outcome !== 'confirmed') return;
    await this.lock(complaintId);
    if (await this.toldOthers(complaintId, enterpriseId)) return;
    await this.take(enterpriseId, { kind: 'complaint', text: '投诉举报经查属实，自动转为线索，请核查是否需要立案。', discoveredOn: on ?? (await this.answeredOn(complaintId)), regionCode, sourceId: complaintId, complaintId });
  }

  /** A further round found it justified again, and no case of the complaint stands: a clue of that round, found on the day of its answer. Where a visit or a rectification led to cases, those are told. */
  async round({ complaintId, roundId, number, enterpriseId, regionCode, on }: { readonly complaintId: string; readonly roundId: string; readonly number: string; readonly enterpriseId: string; readonly regionCode: string; readonly on?: string }): Promise<void> {
    const party = await this.opening.platformParty(enterpriseId);
    if (!party || (await this.db.repo(Penalty).existsBy({ sourceType: ROUND, sourceId: roundId })) || (await this.toldOthers(complaintId, enterpriseId))) return;
    await this.opening.register(BY, { kind: 'complaint', text: `投诉 ${number} 重新办理后经查属实，自动转为线索，请核查是否需要立案。`, discoveredOn: on ?? (await this.answeredOn(complaintId)), party, regionCode, sourceType: ROUND, sourceId: roundId, more: { complaintId } });
  }

  /** What an officer handed over: onto the cases of the same findings, and a clue for each that has none. */
  async rectification(told: Unmended & { readonly reason: string; readonly on?: string }): Promise<void> {
    const words = `整改 ${told.number} 移送立案审查：${told.reason}`;
    const { known, open } = await this.sorted(told);
    await this.tellEach(known, { zh: words, en: `Handed over from rectification ${told.number}`, action: 'penalty.rectification', key: `rectification:${told.rectificationId}`, details: { rectificationId: told.rectificationId } });
    await this.takeOpen(told, { words, on: told.on ?? this.clock.today(), occasion: 'handed-over', open, isKnown: known.length > 0 });
  }

  /** The days a daily penalty counts from, onto the cases they belong to; a clue where there is none. */
  async recheck(told: Unmended & { readonly orderServedOn: string; readonly recheckedOn: string; readonly words: string }): Promise<void> {
    const { rectificationId, number, orderServedOn, recheckedOn } = told;
    const words = `整改 ${number}：责令改正 ${orderServedOn} 送达，${recheckedOn} 复查仍在违法。${told.words}`;
    const { known, open } = await this.sorted(told);
    await this.tellEach(known, { zh: `${words}已送达罚款决定的，可以按日连续处罚`, en: `Rectification ${number}: the order was served on ${orderServedOn}, the re-check of ${recheckedOn} found the breach going on`, action: 'penalty.recheck', key: `recheck:${recheckedOn}`, details: { rectificationId, orderServedOn, recheckedOn } });
    await this.takeOpen(told, { words, on: recheckedOn, occasion: `recheck:${recheckedOn}`, open, isKnown: known.length > 0 });
  }

  /** Cases that carry what is not mended, and the findings that none carries. */
  private async sorted({ rectificationId, enterpriseId, inspectionId, complaintId, findingIds }: Unmended): Promise<{ readonly known: Penalty[]; readonly open: readonly string[] }> {
    const complaint = complaintId ?? (inspectionId ? await this.found.complaintOf(inspectionId) : null);
    await this.lock(complaint, inspectionId, rectificationId);
    // messages of before do not say which findings: every case of the visit is meant
    const ofFindings = findingIds ? await this.db.repo(Penalty).findBy({ findingId: In([...findingIds]) }) : inspectionId ? await this.db.repo(Penalty).findBy({ inspectionId }) : [];
    const whole = [...(await this.db.repo(Penalty).findBy({ sourceType: 'rectification', sourceId: rectificationId })), ...(inspectionId ? await this.db.repo(Penalty).findBy({ sourceType: 'inspection', sourceId: inspectionId }) : []), ...(await this.ofComplaint(complaint, enterpriseId))].filter(one => one.findingId === null);
    const others = complaintId ? await this.ofOthers(complaintId, enterpriseId) : [];
    const [living, wholes] = [await this.living(ofFindings), await this.living(whole)];
    // a case of before holds all of a visit; that of a complaint only what was joined to it
    const holdsAll = wholes.some(one => !OF_COMPLAINT.includes(one.sourceType ?? ''));
    const joined = findingIds ? await this.db.repo(PenaltyJoinedFinding).findBy({ findingId: In([...findingIds]), penaltyId: In(wholes.map(one => one.id)) }) : [];
    const isCarried = (id: string): boolean => [...living, ...joined].some(one => one.findingId === id);
    return { known: [...living, ...wholes, ...others], open: holdsAll ? [] : (findingIds ?? []).filter(id => !isCarried(id)) };
  }

  private async takeOpen({ rectificationId, enterpriseId, regionCode, inspectionId, complaintId, findingIds = [] }: Unmended, { words, on, occasion, open, isKnown }: { readonly words: string; readonly on: string; readonly occasion: string; readonly open: readonly string[]; readonly isKnown: boolean }): Promise<void> {
    const base = { kind: 'rectification' as const, discoveredOn: on, regionCode, sourceId: rectificationId, occasion, complaintId: complaintId ?? null };
    if (findingIds.length === 0 && !isKnown) await this.take(enterpriseId, { ...base, text: words });
    const found = inspectionId ? await this.found.of(inspectionId) : [];
    for (const one of found.filter(each => open.includes(each.findingId))) await this.take(enterpriseId, { ...base, text: `${words}\n${one.words}`, found: one });
  }

  private async tellEach(known: readonly Penalty[], { zh, en, action, key, details }: Note): Promise<void> {
    for (const penalty of known) {
      if (await this.db.repo(CaseEvent).createQueryBuilder('e').where(`e.caseId = :id AND e.zh = :zh`, { id: penalty.id, zh }).getExists()) continue;
      await this.acts.line(BY, penalty.id, { text: { zh, en }, action, details });
      await this.opening.tell(penalty, 'bureau.enforcer', { key, zh: zh.slice(0, 60), en: en.slice(0, 60) });
    }
  }

  /** A source is a clue once for each of its findings, and again on another occasion when the case of before came to nothing. */
  private async take(enterpriseId: string, { kind, text, discoveredOn, regionCode, sourceId, occasion = '', complaintId = null, found }: Pick<Clue, 'kind' | 'text' | 'regionCode' | 'discoveredOn'> & { readonly sourceId: string; readonly occasion?: string; readonly complaintId?: string | null; readonly found?: Found }): Promise<void> {
    const party = await this.opening.platformParty(enterpriseId);
    const known = (await this.db.repo(Penalty).findBy({ sourceType: kind, sourceId })).filter(one => one.findingId === (found?.findingId ?? null));
    if (!party || known.some(one => one.sourceOccasion === occasion) || (await this.living(known)).length > 0) return;
    const id = await this.opening.register(BY, { kind, text: text.slice(0, WORDS), discoveredOn, party, regionCode, sourceType: kind, sourceId, more: { sourceOccasion: occasion, complaintId, ...(found && this.found.columns(found)) } });
    if (found) await this.found.carry(id, found);
  }

  /** Of what a visit found the violation that the case of its complaint is about: any, where the case knows none yet. */
  private async fitting({ id, violation }: Penalty, found: readonly Found[]): Promise<Found | undefined> {
    const before = await this.db.repo(PenaltyJoinedFinding).findBy({ penaltyId: id });
    const known = [violation, ...before.map(one => one.violation)].filter(one => one !== null);
    return known.length === 0 ? found[0] : found.find(one => one.violation !== null && known.includes(one.violation.code));
  }

  /** What a visit found goes onto the case of its complaint, with photos and record; a further visit adds its own. */
  private async join(penalty: Penalty, found: Found): Promise<void> {
    const { inspectionId, findingId, violation } = found;
    await this.tellEach([penalty], { zh: `投诉引起的检查查明：${found.words}`.slice(0, WORDS), en: 'The visit that followed the complaint found a violation', action: 'penalty.finding', key: `finding:${findingId}`, details: { inspectionId, findingId } });
    await this.db.repo(PenaltyJoinedFinding).insert({ penaltyId: penalty.id, findingId, inspectionId, violation: violation?.code ?? null, joinedAt: this.clock.now() });
    if (penalty.inspectionId === null) await this.db.repo(Penalty).update({ id: penalty.id }, { inspectionId });
    await this.found.carry(penalty.id, found);
  }

  /** Living cases of a complaint against an enterprise, by its answer or a round. */
  private async ofComplaint(complaintId: string | null, enterpriseId: string): Promise<Penalty[]> {
    return complaintId === null ? [] : this.living(await this.db.repo(Penalty).findBy({ sourceType: In(OF_COMPLAINT), complaintId, partyOrgId: enterpriseId }));
  }

  /** Living cases against an enterprise of the visits and rectifications that followed a complaint. */
  private async ofOthers(complaintId: string, enterpriseId: string): Promise<Penalty[]> {
    return this.living(await this.db.repo(Penalty).findBy({ complaintId, partyOrgId: enterpriseId, sourceType: Not(In(OF_COMPLAINT)) }));
  }

  /** Tells the cases of its visits and rectifications that the complaint was found justified. @returns whether there are any */
  private async toldOthers(complaintId: string, enterpriseId: string): Promise<boolean> {
    const known = await this.ofOthers(complaintId, enterpriseId);
    await this.tellEach(known, { zh: '本件所涉投诉已查属实并答复', en: 'The complaint behind it was found justified', action: 'penalty.complaint', key: `complaint:${complaintId}`, details: { complaintId } });
    return known.length > 0;
  }

  private async undecided(rows: readonly Penalty[]): Promise<Penalty[]> {
    const decided = rows.length === 0 ? [] : await this.db.repo(PenaltyDecision).findBy({ penaltyId: In(rows.map(one => one.id)) });
    return rows.filter(row => decided.every(one => one.penaltyId !== row.id));
  }

  private async livesFor(findingId: string): Promise<boolean> {
    const joined = (await this.db.repo(PenaltyJoinedFinding).findBy({ findingId })).map(one => one.penaltyId);
    return (await this.living(await this.db.repo(Penalty).findBy([{ findingId }, { id: In(joined) }]))).length > 0;
  }

  /** Still open, or decided as a penalty that stands. */
  private async living(rows: readonly Penalty[]): Promise<Penalty[]> {
    const found: Penalty[] = [];
    for (const row of rows) {
      const decision = await this.db.repo(PenaltyDecision).findOneBy({ penaltyId: row.id });
      const lives = decision ? decision.kind === 'penalty' && decision.revokedAt === null : (await this.db.repo(CaseRecord).findOneByOrFail({ id: row.id })).closedAt === null;
      if (lives) found.push(row);
    }
    return found;
  }

  /** A complaint is a case of the same id: the day of its answer stands in the timeline. */
  private async answeredOn(complaintId: string): Promise<string> {
    const answered = await this.db.repo(CaseEvent).findOne({ where: { caseId: complaintId, action: 'answer' }, order: { at: 'DESC' } });
    return answered ? shanghaiDate(answered.at) : this.clock.today();
  }

  /** Messages of one complaint, visit or rectification are taken one after the other, always locked in this order: none opens a case that another one is opening. */
  async lock(...origins: readonly (string | null | undefined)[]): Promise<void> {
    for (const id of origins) if (id) await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 31))', [`penalty-clues ${id}`]);
  }
}
