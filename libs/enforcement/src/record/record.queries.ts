import { Injectable } from '@nestjs/common';
import { fieldView } from '@huanbao/permits';
import { Actor, Audit, Db, notFound } from '@huanbao/platform';
import { Inspection } from '../enforcement.entity';
import { inspectionPolicy } from '../enforcement.policy';
import { inspectionParties } from '../inspections/inspection.view';
import { modeOf, type StoredPage } from './form';
import { gapsOf, heldOnOf, weighed } from './freezing';
import { InspectionPhoto } from './record.entity';
import { InspectionRecordView, inspectionPhotoView } from './record.view';
import { RecordDays } from './record-days';
import { RecordStore } from './record.store';

/** A record as it is filled, read and signed. */
@Injectable()
export class RecordQueries {
  constructor(
    private readonly db: Db,
    private readonly store: RecordStore,
    private readonly audit: Audit,
    private readonly days: RecordDays,
  ) {}

  /** Names of persons stand in it: who was not there and reads it is on record. */
  async show(actor: Actor, id: string): Promise<InspectionRecordView> {
    const inspection = await this.db.repo(Inspection).findOneBy({ id });
    inspectionPolicy.require(actor, 'inspection.read', inspection && inspectionParties(inspection));
    if (!inspection) throw notFound();
    if (actor.orgKind === 'bureau' && !inspectionPolicy.may(actor, 'inspection.hold', inspectionParties(inspection))) await this.audit.record({ actor, action: 'inspection.read-record', subject: { type: 'inspection', id }, details: { number: inspection.number } });
    const photos = (await this.db.repo(InspectionPhoto).find({ where: { inspectionId: id }, order: { id: 'ASC' } })).map(inspectionPhotoView);
    const shared = { inspectionId: id, state: inspection.state, mode: modeOf(inspection.kind), contentHash: inspection.contentHash, photos };
    if (inspection.contentHash) return { ...shared, sections: [], printed: [...(await this.store.contentOf(id)).printed].map(({ key, title, facts, tables }) => ({ key, title, facts: [...facts], tables: tables.map(one => ({ ...one, columns: [...one.columns], rows: one.rows.map(row => [...row]) })) })), weighed: [], laws: [], matrix: [] };
    return { ...shared, printed: [], ...(await this.draft(inspection)) };
  }

  private async draft(inspection: Inspection): Promise<Pick<InspectionRecordView, 'sections' | 'weighed' | 'laws' | 'matrix'>> {
    const library = await this.store.library();
    const pages = await this.store.pages(inspection, library);
    const gaps = gapsOf(pages, library, await this.days.of(inspection, heldOnOf(pages), FAR));
    const view = ({ page, data, version, changedByName, changedAt }: StoredPage): InspectionRecordView['sections'][number] => ({
      key: page.key, title: page.title, intro: page.intro, fields: page.fields.map(fieldView), data: { ...data }, version, changedByName, changedAt: changedAt?.toISOString() ?? null,
      problems: gaps.filter(one => one.pointer.startsWith(`/${page.key}/`)).map(one => ({ ...one, pointer: one.pointer.slice(page.key.length + 1) })),
    });
    return {
      sections: pages.map(view),
      weighed: weighed(pages, library).map(({ rowId, title, law, suggestion }) => ({ rowId, title, law: law?.legalBasis ?? null, lawVerified: law?.verified ?? false, suggestion })),
      laws: library.laws.map(({ key, title, legalBasis, effectiveFrom, effectiveTo, verified }) => ({ key, title, legalBasis, effectiveFrom, effectiveTo, verified })),
      matrix: library.matrix.map(({ key, value, effectiveFrom, effectiveTo }) => ({ key, value, effectiveFrom, effectiveTo })),
    };
  }
}

/** The period of evidence that is kept is reckoned when the record is closed. */
const FAR = '9999-12-31';
