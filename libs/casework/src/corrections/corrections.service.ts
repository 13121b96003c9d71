import { Injectable } from '@nestjs/common';
import { Db, newId, notFound } from '@huanbao/platform';
import { CaseRecord } from '../case.entity';
import { caseSealed, sealedFields } from '../casework.errors';
import { CorrectionItem, CorrectionRound } from '../correction.entity';
import { machineOf } from '../machine/machine';
import { diffSnapshots, isWithin, Json, placeOf } from './snapshot';

/** What the applicant may change now: everything, only flagged fields, or nothing. */
export interface EditableSummary {
  readonly mode: 'all' | 'flagged' | 'none';
  /** Pointers as the officer wrote them; what lies under one is unlocked too. */
  readonly pointers: readonly string[];
}

/** A place that has to follow when what was asked for is mended. */
export interface Consequence {
  readonly pointer: string;
  readonly label: string;
  readonly requirement: string;
  readonly reason: string;
}

/** Which fields are unlocked. Capabilities ask before they store a change. */
@Injectable()
export class Corrections {
  constructor(private readonly db: Db) {}

  async editableSummary(caseId: string): Promise<EditableSummary> {
    const c = await this.caseOf(caseId);
    if (!isApplicants(c)) return { mode: 'none', pointers: [] };
    const round = await this.openRound(caseId);
    return round ? { mode: 'flagged', pointers: (await this.itemsOf(round)).map(item => item.pointer) } : { mode: 'all', pointers: [] };
  }

  /**
   * Pointers may name rows by number or by row key.
   * @throws 409 `correction.sealed` naming each field that was not flagged; 409 `case.sealed` when nothing is editable
   */
  async assertEditable(caseId: string, pointers: string | readonly string[]): Promise<void> {
    const c = await this.caseOf(caseId);
    if (!isApplicants(c)) throw caseSealed();
    const round = await this.openRound(caseId);
    if (!round) return;
    const flagged = (await this.itemsOf(round)).map(item => item.place);
    const sealed = [pointers].flat().filter(pointer => !flagged.some(place => isWithin(placeOf(round.before as Json, pointer), place)));
    if (sealed.length > 0) throw sealedFields(sealed.map(pointer => ({ pointer })));
  }

  /** The same for a whole form: what differs from the form at the opening of the round must be flagged. */
  async assertOnlyFlaggedChanged(caseId: string, next: Json): Promise<void> {
    await this.assertEditable(caseId, []);
    const round = await this.openRound(caseId);
    if (!round) return;
    const flagged = (await this.itemsOf(round)).map(item => item.place);
    const sealed = diffSnapshots(round.before as Json, next).filter(change => !flagged.some(place => isWithin(change.place, place)));
    if (sealed.length > 0) throw sealedFields(sealed);
  }

  /**
   * Unlocks further places of the open round that follow from what it asks for; it demands nothing new of the applicant. Inside the caller's
   * transaction. @returns those that were sealed until now
   */
  async widen(caseId: string, wanted: readonly Consequence[]): Promise<Consequence[]> {
    const round = await this.db.lock(CorrectionRound, { caseId, state: 'open' });
    if (!round) return [];
    const items = await this.itemsOf(round);
    const added: (Consequence & { place: string })[] = [];
    for (const one of wanted) {
      const place = placeOf(round.before as Json, one.pointer);
      if (![...items, ...added].some(item => isWithin(place, item.place))) added.push({ ...one, place });
    }
    if (added.length > 0) await this.db.repo(CorrectionItem).insert(added.map((one, index) => ({ ...one, id: newId(), roundId: round.id, caseId, position: items.length + index + 1, changed: false })));
    return added;
  }

  private async caseOf(caseId: string): Promise<CaseRecord> {
    const c = await this.db.repo(CaseRecord).findOneBy({ id: caseId });
    if (!c) throw notFound();
    return c;
  }

  private openRound(caseId: string): Promise<CorrectionRound | null> {
    return this.db.repo(CorrectionRound).findOneBy({ caseId, state: 'open' });
  }

  private itemsOf(round: CorrectionRound): Promise<CorrectionItem[]> {
    return this.db.repo(CorrectionItem).find({ where: { roundId: round.id }, order: { position: 'ASC' } });
  }
}

function isApplicants(c: CaseRecord): boolean {
  return machineOf(c.kind).states[c.state]?.holder === 'applicant';
}
