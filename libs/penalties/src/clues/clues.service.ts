import { Injectable } from '@nestjs/common';
import { CaseEvent, CaseRecord } from '@huanbao/casework';
import { Clock, Db, shanghaiDate, systemActor } from '@huanbao/platform';
import { In, IsNull } from 'typeorm';
import { Penalty, PenaltyDecision } from '../entities';
import { PenaltyActs } from '../steps/acting';
import { type Clue, Opening } from '../steps/opening.service';
import { FoundFacts, type Found } from './found-facts';

const BY = systemActor('penalties');
const WORDS = 4000;

interface Unmended {
  readonly rectificationId: string;
  readonly enterpriseId: string;
  readonly regionCode: string;
  readonly number: string;
  readonly inspectionId?: string | null;
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
    await this.lock(inspectionId);
    // a case of before held all of them in one
    if (await this.db.repo(Penalty).existsBy({ sourceType: 'inspection', sourceId: inspectionId, findingId: IsNull() })) return;
    for (const one of found) if (!(await this.livesFor(one.findingId))) await this.take(enterpriseId, { kind: 'inspection', text: one.words, discoveredOn: one.foundOn, regionCode, sourceId: inspectionId, found: one });
  }

  /** A complaint that was found justified against an enterprise is a clue, once; where a visit to it led to cases, those are told and no second one is opened. */
  async complaint({ complaintId, enterpriseId, outcome, regionCode }: { readonly complaintId: string; readonly enterpriseId: string | null; readonly outcome: string; readonly regionCode: string }): Promise<void> {
    if (enterpriseId === null || outcome !== 'confirmed') return;
    const visits = await this.found.visitsOf(complaintId);
    const known = visits.length === 0 ? [] : await this.living(await this.db.repo(Penalty).findBy({ inspectionId: In(visits) }));
    const note = { zh: '引起检查的投诉已查属实并答复', en: 'The complaint that led to the visit was found justified', action: 'penalty.complaint', key: `complaint:${complaintId}`, details: { complaintId } };
    if (known.length > 0) return this.tellEach(known, note);
    await this.take(enterpriseId, { kind: 'complaint', text: '投诉举报经查属实，自动转为线索，请核查是否需要立案。', discoveredOn: await this.answeredOn(complaintId), regionCode, sourceId: complaintId });
  }

  /** What an officer handed over: onto the cases of the same findings, and a clue for each that has none. */
  async rectification(told: Unmended & { readonly reason: string; readonly on?: string }): Promise<void> {
    const words = `整改 ${told.number} 移送立案审查：${told.reason}`;
    const { known, open } = await this.sorted(told);
    await this.tellEach(known, { zh: words, en: `Handed over from rectification ${told.number}`, action: 'penalty.rectification', key: `rectification:${told.rectificationId}`, details: { rectificationId: told.rectificationId } });
    await this.takeOpen(told, { words, on: told.on ?? this.clock.today(), open, isKnown: known.length > 0 });
  }

  /** The days a daily penalty counts from, onto the cases they belong to; a clue where there is none. */
  async recheck(told: Unmended & { readonly orderServedOn: string; readonly recheckedOn: string; readonly words: string }): Promise<void> {
    const { rectificationId, number, orderServedOn, recheckedOn } = told;
    const words = `整改 ${number}：责令改正 ${orderServedOn} 送达，${recheckedOn} 复查仍在违法。${told.words}`;
    const { known, open } = await this.sorted(told);
    await this.tellEach(known, { zh: `${words}已送达罚款决定的，可以按日连续处罚`, en: `Rectification ${number}: the order was served on ${orderServedOn}, the re-check of ${recheckedOn} found the breach going on`, action: 'penalty.recheck', key: `recheck:${recheckedOn}`, details: { rectificationId, orderServedOn, recheckedOn } });
    await this.takeOpen(told, { words, on: recheckedOn, open, isKnown: known.length > 0 });
  }

  /** Cases that carry what is not mended, and the findings that none carries. */
  private async sorted({ rectificationId, inspectionId, findingIds }: Unmended): Promise<{ readonly known: Penalty[]; readonly open: readonly string[] }> {
    if (inspectionId) await this.lock(inspectionId);
    // messages of before do not say which findings: every case of the visit is meant
    const ofFindings = findingIds ? await this.db.repo(Penalty).findBy({ findingId: In([...findingIds]) }) : inspectionId ? await this.db.repo(Penalty).findBy({ inspectionId }) : [];
    const whole = [...(await this.db.repo(Penalty).findBy({ sourceType: 'rectification', sourceId: rectificationId })), ...(inspectionId ? await this.db.repo(Penalty).findBy({ sourceType: 'inspection', sourceId: inspectionId }) : [])].filter(one => one.findingId === null);
    const [living, wholes] = [await this.living(ofFindings), await this.living(whole)];
    return { known: [...living, ...wholes], open: wholes.length > 0 ? [] : (findingIds ?? []).filter(id => living.every(one => one.findingId !== id)) };
  }

  private async takeOpen({ rectificationId, enterpriseId, regionCode, inspectionId, findingIds = [] }: Unmended, { words, on, open, isKnown }: { readonly words: string; readonly on: string; readonly open: readonly string[]; readonly isKnown: boolean }): Promise<void> {
    const base = { kind: 'rectification' as const, discoveredOn: on, regionCode, sourceId: rectificationId };
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

  /** A source is a clue once for each of its findings. */
  private async take(enterpriseId: string, { kind, text, discoveredOn, regionCode, sourceId, found }: Pick<Clue, 'kind' | 'text' | 'regionCode' | 'discoveredOn'> & { readonly sourceId: string; readonly found?: Found }): Promise<void> {
    const party = await this.opening.platformParty(enterpriseId);
    const known = await this.db.repo(Penalty).findBy({ sourceType: kind, sourceId });
    if (!party || known.some(one => one.findingId === (found?.findingId ?? null))) return;
    const id = await this.opening.register(BY, { kind, text: text.slice(0, WORDS), discoveredOn, party, regionCode, sourceType: kind, sourceId, more: found && this.found.columns(found) });
    if (found) await this.found.carry(id, found);
  }

  private async livesFor(findingId: string): Promise<boolean> {
    return (await this.living(await this.db.repo(Penalty).findBy({ findingId }))).length > 0;
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

  /** Messages of one visit are taken one after the other: none opens a case that another one is opening. */
  private lock(inspectionId: string): Promise<unknown> {
    return this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 31))', [`penalty-clues ${inspectionId}`]);
  }
}
