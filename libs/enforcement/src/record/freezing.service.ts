import { Injectable } from '@nestjs/common';
import { Actor, Audit, canonicalJson, Clock, Db, invalidFields, newId, notFound, sm3, stale } from '@huanbao/platform';
import { In, IsNull } from 'typeorm';
import { EnforcementOfficer, Inspection, OfficerAvoidance } from '../enforcement.entity';
import { avoidanceStands, certificateNotValid, inspectionState, partySigned } from '../enforcement.errors';
import { inspectionPolicy } from '../enforcement.policy';
import { inspectionParties } from '../inspections/inspection.view';
import { contentOf } from './content';
import { gapsOf, heldOnOf, heldOnReasonOf, weighed } from './freezing';
import { InspectionReference } from './inspection.reference';
import type { Library } from './law';
import { InspectionFinding, InspectionPhoto, InspectionSignature } from './record.entity';
import type { StoredPage } from './form';
import { RecordDays } from './record-days';
import { RecordStore } from './record.store';

const SHOWN = 200;
const TWO = 2;
/** A record that is a draft again. */
export const REOPENED = { state: 'drafting', frozenAt: null, contentCipher: null, contentHash: null, heldOn: null, result: null } as const;

/** The finished record is closed for signing: whole, by officers who may have been there, under one digest. */
@Injectable()
export class FreezingService {
  constructor(
    private readonly db: Db,
    private readonly store: RecordStore,
    private readonly reference: InspectionReference,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly days: RecordDays,
  ) {}

  /** Closes the record for signing. @throws 400 with every gap, 422 where an officer may not have been there */
  freeze(actor: Actor, id: string, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const inspection = await this.locked(actor, id);
      if (inspection.state !== 'drafting') throw inspectionState();
      if (inspection.version !== version) throw stale();
      const library = await this.store.library();
      const pages = await this.store.pages(inspection, library);
      const heldOn = heldOnOf(pages);
      const gaps = gapsOf(pages, library, await this.days.of(inspection, heldOn, await this.reference.workdaysAfter(heldOn || this.clock.today(), 'seized:days', this.clock.today())));
      if (gaps.length > 0) throw invalidFields(gaps.slice(0, SHOWN));
      await this.assertOfficers(inspection, heldOn);
      const findings = findingsOf(inspection.id, pages, library);
      if (findings.length > 0) await this.db.repo(InspectionFinding).insert(findings);
      const content = contentOf(inspection, pages, { findings, photos: await this.db.repo(InspectionPhoto).find({ where: { inspectionId: id }, order: { id: 'ASC' } }) });
      const text = canonicalJson(content);
      const change = { state: 'signing' as const, heldOn, frozenAt: this.clock.now(), contentCipher: this.store.encryptContent(text), contentHash: sm3(text), heldDays: [...inspection.heldDays, { on: heldOn, reason: heldOnReasonOf(pages), byName: actor.name, at: this.clock.now().toISOString() }], result: findings.some(one => one.decision !== 'none') ? ('violations' as const) : ('clear' as const), version: version + 1 };
      await this.db.repo(Inspection).update({ id }, change);
      await this.note(actor, inspection, 'freeze', { contentHash: change.contentHash, heldOn, heldOnReason: heldOnReasonOf(pages), findings: findings.length, result: change.result });
    });
  }

  /** Back to the draft, as long as the party has not signed. Signatures given so far do not count. */
  reopen(actor: Actor, id: string, { reason, version }: { readonly reason: string; readonly version: number }): Promise<void> {
    return this.db.transaction(async () => {
      const inspection = await this.locked(actor, id);
      if (inspection.state !== 'signing') throw inspectionState();
      if (await this.db.repo(InspectionSignature).existsBy({ inspectionId: id, side: 'party' })) throw partySigned();
      if (inspection.version !== version) throw stale();
      await this.db.repo(InspectionSignature).delete({ inspectionId: id });
      await this.db.repo(InspectionFinding).delete({ inspectionId: id });
      await this.db.repo(Inspection).update({ id }, { ...REOPENED, version: version + 1 });
      await this.note(actor, inspection, 'reopen', { reason, contentHash: inspection.contentHash });
    });
  }

  private async assertOfficers({ officers, enterpriseId }: Inspection, heldOn: string): Promise<void> {
    const rows = await this.db.repo(EnforcementOfficer).findBy({ userId: In(officers.map(one => one.userId)) });
    const valid = new Set(rows.filter(one => one.state === 'active' && one.validFrom <= heldOn && heldOn <= one.validUntil).map(one => one.userId));
    const without = officers.filter(one => !valid.has(one.userId));
    if (without.length > 0 || valid.size < TWO) throw certificateNotValid((without.length > 0 ? without : officers).map(one => one.name));
    const away = new Set((await this.db.repo(OfficerAvoidance).findBy({ enterpriseId, officerId: In(rows.map(one => one.id)), liftedAt: IsNull() })).map(one => one.officerId));
    if (away.size > 0) throw avoidanceStands(rows.filter(one => away.has(one.id)).map(one => one.name));
  }

  private async locked(actor: Actor, id: string): Promise<Inspection> {
    const inspection = await this.db.lock(Inspection, { id });
    inspectionPolicy.require(actor, 'inspection.hold', inspection && inspectionParties(inspection));
    if (!inspection) throw notFound();
    return inspection;
  }

  private async note(actor: Actor, { id, number }: Inspection, step: string, details: Record<string, unknown>): Promise<void> {
    await this.audit.record({ actor, action: `inspection.${step}`, subject: { type: 'inspection', id }, details: { number, ...details } });
  }
}

/** Violations as they are signed; gaps were refused before. */
function findingsOf(inspectionId: string, pages: readonly StoredPage[], library: Library): InspectionFinding[] {
  return weighed(pages, library).flatMap((one, nth): InspectionFinding[] => (one.law && one.suggestion && one.decision ? [{
    id: newId(), inspectionId, rowId: one.rowId, place: nth + 1, violation: one.violation, title: one.title, law: one.law.legalBasis, lawFrom: one.law.effectiveFrom, lawVerified: one.law.verified, conductOn: one.conductOn, description: one.description, harm: one.harm, fault: one.fault,
    suggestion: one.suggestion, decision: one.decision, decisionReason: one.decisionReason,
  }] : []));
}
