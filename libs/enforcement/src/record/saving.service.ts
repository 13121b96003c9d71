import { Injectable } from '@nestjs/common';
import { acceptDraft, type Value } from '@huanbao/permits';
import { Actor, Audit, canonicalJson, Clock, Db, invalidFields, notFound } from '@huanbao/platform';
import { Inspection } from '../enforcement.entity';
import { baseUnknown, recordClash, recordClosed, saveReused } from '../enforcement.errors';
import { inspectionPolicy } from '../enforcement.policy';
import { inspectionParties } from '../inspections/inspection.view';
import { isRecordSection, type StoredPage } from './form';
import { type Clash, mergeSection } from './merge';
import { InspectionSave, InspectionSection } from './record.entity';
import { RecordStore } from './record.store';

export interface SavePage {
  readonly saveId: string;
  readonly baseVersion: number;
  readonly data: Record<string, unknown>;
}

interface Clashed {
  readonly clashes: readonly Clash[];
  readonly now: StoredPage;
}

const SHOWN = 200;

/** Pages of the record arrive from phones that were off the net: late, twice, and from two officers at once. */
@Injectable()
export class SavingService {
  constructor(
    private readonly db: Db,
    private readonly store: RecordStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes what one phone changed since the version it knew. The same `saveId` again changes nothing.
   * @throws 409 `inspection.clash` naming both values of each field that two phones changed; what was sent is kept
   */
  async save(actor: Actor, id: string, section: string, input: SavePage): Promise<void> {
    const clashed = await this.db.transaction(() => this.saved(actor, id, section, input));
    if (clashed === null) return;
    const { now, clashes } = clashed;
    throw recordClash({ section, version: now.version, data: now.data, byName: now.changedByName, at: now.changedAt?.toISOString() ?? null, clashes });
  }

  private async saved(actor: Actor, id: string, section: string, input: SavePage): Promise<Clashed | null> {
    const inspection = await this.db.lock(Inspection, { id });
    inspectionPolicy.require(actor, 'inspection.hold', inspection && inspectionParties(inspection));
    if (!inspection || !isRecordSection(section)) throw notFound();
    if (inspection.state !== 'planned' && inspection.state !== 'drafting') throw recordClosed();
    const now = (await this.store.pages(inspection, await this.store.library())).find(one => one.page.key === section);
    if (!now) throw notFound();
    const known = await this.db.repo(InspectionSave).findOneBy({ inspectionId: id, saveId: input.saveId });
    if (known && (known.section !== section || known.byUser !== actor.userId)) throw saveReused();
    if (known && known.outcome !== 'clashed') return null;
    const base = input.baseVersion > now.version ? null : await this.store.versionOf(inspection, section, input.baseVersion);
    if (base === null) throw baseUnknown();
    const changes = changesIn(now, input.data);
    const { data, clashes } = mergeSection(base, now.data, changes);
    const save = { inspectionId: id, saveId: input.saveId, section, byUser: actor.userId, byName: actor.name, at: this.clock.now() };
    if (clashes.length === 0 && canonicalJson(data) === canonicalJson(now.data) && now.version > 0) return null;
    // what clashed once is decided by a person and comes under a new id
    if (clashes.length > 0 || known) {
      if (!known) await this.db.repo(InspectionSave).insert({ ...save, outcome: 'clashed', version: now.version, dataCipher: this.store.encrypt(changes) });
      return { clashes, now };
    }
    await this.put(actor, inspection, { now, save, data, merged: input.baseVersion < now.version });
    return null;
  }

  private async put(actor: Actor, inspection: Inspection, { now, save, data, merged }: { now: StoredPage; save: Omit<InspectionSave, 'outcome' | 'version' | 'dataCipher'>; data: object; merged: boolean }): Promise<void> {
    const [inspectionId, section, version, dataCipher] = [inspection.id, now.page.key, now.version + 1, this.store.encrypt(data)];
    const row = { inspectionId, section, version, dataCipher, changedBy: actor.userId, changedByName: actor.name, changedAt: save.at };
    await this.db.repo(InspectionSection).upsert(row, ['inspectionId', 'section']);
    await this.db.repo(InspectionSave).insert({ ...save, outcome: merged ? 'merged' : 'saved', version, dataCipher });
    if (inspection.state === 'planned') {
      await this.db.repo(Inspection).update({ id: inspectionId }, { state: 'drafting', version: inspection.version + 1 });
      await this.audit.record({ actor, action: 'inspection.begin', subject: { type: 'inspection', id: inspectionId }, details: { number: inspection.number } });
    }
    await this.audit.record({ actor, action: 'inspection.write', subject: { type: 'inspection', id: inspectionId }, details: { section, version, merged } });
  }
}

/** Only what was sent; an emptied field is null. @throws 400 naming each wrong value: nothing is stored then */
function changesIn({ page }: StoredPage, raw: Record<string, unknown>): Record<string, Value | null> {
  const { data, problems } = acceptDraft({ fields: page.fields }, raw);
  if (problems.length > 0) throw invalidFields(problems.slice(0, SHOWN));
  return Object.fromEntries(Object.keys(raw).map(name => [name, data[name] ?? null]));
}
