import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addWorkingDays } from '@huanbao/calendar';
import { CalendarService } from '@huanbao/casework';
import { Reauthentication } from '@huanbao/identity';
import { Notifier } from '@huanbao/notifications';
import { Actor, Audit, canonicalJson, Clock, Db, invalidFields, newId, notFound, Outbox, Signer, sm3, stale } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import { In, IsNull } from 'typeorm';
import { EnforcementOfficer, Inspection, OfficerAvoidance } from '../enforcement.entity';
import { avoidanceStands, certificateNotValid, contentMoved, drawnNeeded, inspectionState, noParty, partyNameNeeded, partySigned, photoDiffers, refusalNeeded, signedAlready, witnessNeeded } from '../enforcement.errors';
import { inspectionClosed } from '../enforcement.events';
import { inspectionPolicy } from '../enforcement.policy';
import { inspectionParties } from '../inspections/inspection.view';
import { contentOf, drawContent, type RecordContent } from './content';
import { modeOf } from './form';
import { gapsOf, heldOnOf, weighed } from './freezing';
import { InspectionReference } from './inspection.reference';
import type { Library } from './law';
import { InspectionPhotos } from './photos.service';
import type { PartySignatureDto, SignRecordDto } from './record.dto';
import { InspectionFinding, InspectionPhoto, InspectionSignature } from './record.entity';
import { RecordStore, type StoredPage } from './record.store';

const CONTENT = 'inspection.content';
const AGREED = '本人参加了本次检查，笔录内容与现场情况一致。';
const SHOWN = 200;
const TWO = 2;

/** From the finished record to the sealed one: frozen, signed by the officers and the party, sealed for good. */
@Injectable()
export class SigningService {
  constructor(
    private readonly db: Db,
    private readonly store: RecordStore,
    private readonly photos: InspectionPhotos,
    private readonly reference: InspectionReference,
    private readonly calendar: CalendarService,
    private readonly reauthentication: Reauthentication,
    private readonly signatures: Signatures,
    private readonly signer: Signer,
    private readonly notifier: Notifier,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
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
      const gaps = gapsOf(pages, library, { today: this.clock.today(), seizedUntil: await this.workdaysAfter(heldOn || this.clock.today(), 'seized:days') });
      if (gaps.length > 0) throw invalidFields(gaps.slice(0, SHOWN));
      await this.assertOfficers(inspection, heldOn);
      const findings = findingsOf(inspection.id, pages, library);
      if (findings.length > 0) await this.db.repo(InspectionFinding).insert(findings);
      const content = contentOf(inspection, pages, { findings, photos: await this.db.repo(InspectionPhoto).find({ where: { inspectionId: id }, order: { id: 'ASC' } }) });
      const text = canonicalJson(content);
      const change = { state: 'signing' as const, heldOn, frozenAt: this.clock.now(), contentCipher: this.store.encryptText(text, CONTENT), contentHash: sm3(text), result: findings.some(one => one.decision !== 'none') ? ('violations' as const) : ('clear' as const), version: version + 1 };
      await this.db.repo(Inspection).update({ id }, change);
      await this.note(actor, inspection, 'freeze', { contentHash: change.contentHash, findings: findings.length, result: change.result });
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
      await this.db.repo(Inspection).update({ id }, { state: 'drafting', frozenAt: null, contentCipher: null, contentHash: null, heldOn: null, result: null, version: version + 1 });
      await this.note(actor, inspection, 'reopen', { reason, contentHash: inspection.contentHash });
    });
  }

  /** An officer signs with account and password; the copy of record is signed with the platform's SM2 key. */
  async sign(actor: Actor, id: string, { contentHash, password }: SignRecordDto): Promise<void> {
    const seen = await this.db.repo(Inspection).findOneBy({ id });
    inspectionPolicy.require(actor, 'inspection.hold', seen && inspectionParties(seen));
    await this.reauthentication.require(actor, password);
    return this.db.transaction(async () => {
      const inspection = await this.signing(actor, id, contentHash);
      if (await this.db.repo(InspectionSignature).existsBy({ inspectionId: id, side: 'officer', userId: actor.userId })) throw signedAlready();
      const content = await this.contentOf(id);
      const { recordId } = await this.signatures.keep(actor, {
        subject: { type: 'inspection', id }, ownerOrgId: actor.orgId ?? '', matter: 'none', regionCode: inspection.regionCode,
        what: { zh: `签署执法检查记录：${inspection.number}`, en: `Signed the record of inspection ${inspection.number}` }, agreed: AGREED, data: { contentHash, content }, draw: page => drawContent(page, content),
      });
      await this.put(actor, inspection, { side: 'officer', way: 'account', name: actor.name, recordId });
    });
  }

  /** The party signs on the officer's phone, or it is written down how the signature was refused, before a witness. */
  async party(actor: Actor, id: string, input: PartySignatureDto): Promise<void> {
    const seen = await this.db.repo(Inspection).findOneBy({ id });
    inspectionPolicy.require(actor, 'inspection.hold', seen && inspectionParties(seen));
    const drawn = input.way === 'drawn' ? await this.drawn(id, input) : null;
    return this.db.transaction(async () => {
      const inspection = await this.signing(actor, id, input.contentHash);
      if (modeOf(inspection.kind) === 'offsite') throw noParty();
      if (await this.db.repo(InspectionSignature).existsBy({ inspectionId: id, side: 'party' })) throw signedAlready();
      if (drawn) return this.put(actor, inspection, { side: 'party', way: 'drawn', name: input.name ?? '', ...drawn });
      if (!input.refusedReason) throw refusalNeeded();
      if (!input.witness) throw witnessNeeded();
      return this.put(actor, inspection, { side: 'party', way: 'refused', name: input.name ?? '', refusedReason: input.refusedReason, witness: input.witness });
    });
  }

  async contentOf(id: string): Promise<RecordContent> {
    const [row] = await this.db.query<{ cipher: string | null }>('SELECT content_cipher AS cipher FROM inspection WHERE id = $1', [id]);
    if (!row?.cipher) throw notFound();
    return JSON.parse(this.store.decryptText(row.cipher, CONTENT)) as RecordContent;
  }

  private async drawn(id: string, { name, fileId, sha256 }: PartySignatureDto): Promise<{ fileId: string; sha256: string }> {
    if (!name) throw partyNameNeeded();
    if (!fileId) throw drawnNeeded('/fileId');
    if (!sha256) throw drawnNeeded('/sha256');
    const bytes = await this.photos.image(id, fileId, () => drawnNeeded('/fileId'));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw photoDiffers();
    return { fileId, sha256 };
  }

  private async put(actor: Actor, inspection: Inspection, given: { side: 'officer' | 'party'; way: InspectionSignature['way']; name: string; recordId?: string; fileId?: string; sha256?: string; refusedReason?: string; witness?: string }): Promise<void> {
    const { side, way, name, recordId = null, fileId = null, sha256 = null, refusedReason = null, witness } = given;
    await this.db.repo(InspectionSignature).insert({
      id: newId(), inspectionId: inspection.id, side, way, userId: actor.userId, nameCipher: this.store.hide(name), refusedReason, witnessCipher: witness ? this.store.hide(witness) : null, fileId, sha256, contentHash: inspection.contentHash ?? '', recordId, at: this.clock.now(),
    });
    await this.note(actor, inspection, `sign-${side}`, { way, recordId, sha256, contentHash: inspection.contentHash });
    await this.sealWhenWhole(actor, inspection);
  }

  private async sealWhenWhole(actor: Actor, inspection: Inspection): Promise<void> {
    const { id, number, enterpriseId, regionCode, kind, heldOn, contentHash } = inspection;
    const given = await this.db.repo(InspectionSignature).find({ where: { inspectionId: id }, order: { id: 'ASC' } });
    const officers = new Set(given.filter(one => one.side === 'officer').map(one => one.userId));
    const whole = officers.size >= Math.max(TWO, inspection.officers.length) && (modeOf(kind) === 'offsite' || given.some(one => one.side === 'party'));
    if (!whole) return;
    const now = this.clock.now();
    const signed = sm3(canonicalJson(given.map(({ side, way, userId, sha256, recordId, refusedReason, at }) => ({ side, way, userId, sha256, recordId, refusedReason, at: at.toISOString() }))));
    const sealText = ['执法检查记录', id, number, enterpriseId, heldOn ?? '', now.toISOString(), `SM3:${contentHash ?? ''}`, `签字:${signed}`].join('|');
    await this.db.repo(Inspection).update({ id }, { state: 'held', closedAt: now, sealText, sealSignature: this.signer.sign(sealText), sealKey: this.signer.publicKeyHex, statementDueOn: await this.workdaysAfter(this.clock.today(), 'statement:workdays'), version: inspection.version + 1 });
    const findings = await this.db.repo(InspectionFinding).countBy({ inspectionId: id });
    await this.note(actor, inspection, 'seal', { contentHash, signatures: given.length, findings });
    await this.outbox.publish(inspectionClosed, { inspectionId: id, enterpriseId, regionCode, kind, result: inspection.result ?? 'clear', findings });
    await this.notifier.notify({
      to: { orgId: enterpriseId }, topic: 'inspection', subject: { type: 'inspection', id }, key: `inspection:${id}:sealed`, link: `/e/${enterpriseId}/inspections/${id}`,
      title: { zh: `执法检查记录已办结：${number}`, en: `Record of inspection ${number} is closed` }, body: { zh: findings > 0 ? `记录问题 ${findings} 个，请查看；有意见的可以在期限内提出` : '未发现违法问题，可以查看记录', en: findings > 0 ? `${findings} findings; a statement may be made in time` : 'No violations were found' },
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

  private async workdaysAfter(day: string, rule: 'statement:workdays' | 'seized:days'): Promise<string> {
    return addWorkingDays(day, await this.reference.workdays(rule, this.clock.today()), await this.calendar.calendar()).date;
  }

  private async locked(actor: Actor, id: string): Promise<Inspection> {
    const inspection = await this.db.lock(Inspection, { id });
    inspectionPolicy.require(actor, 'inspection.hold', inspection && inspectionParties(inspection));
    if (!inspection) throw notFound();
    return inspection;
  }

  /** What is signed is what was read. */
  private async signing(actor: Actor, id: string, contentHash: string): Promise<Inspection> {
    const inspection = await this.locked(actor, id);
    if (inspection.state === 'held') throw signedAlready();
    if (inspection.state !== 'signing') throw inspectionState();
    if (inspection.contentHash !== contentHash) throw contentMoved();
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
