import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Reauthentication } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, newId, notFound } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import { Inspection } from '../enforcement.entity';
import { contentMoved, drawnNeeded, inspectionState, noParty, partyNameNeeded, photoDiffers, refusalNeeded, signedAlready, witnessNeeded } from '../enforcement.errors';
import { inspectionPolicy } from '../enforcement.policy';
import { inspectionParties } from '../inspections/inspection.view';
import { drawContent } from './content';
import { modeOf } from './form';
import { InspectionPhotos } from './photos.service';
import type { PartySignatureDto, SignRecordDto } from './record.dto';
import { InspectionSignature } from './record.entity';
import { RecordStore } from './record.store';
import { SealingService } from './sealing.service';

const AGREED = '本人参加了本次检查，笔录内容与现场情况一致。';

/** Two officers and the party sign what was closed for signing; with the last signature it is sealed. */
@Injectable()
export class SigningService {
  constructor(
    private readonly db: Db,
    private readonly store: RecordStore,
    private readonly photos: InspectionPhotos,
    private readonly sealing: SealingService,
    private readonly reauthentication: Reauthentication,
    private readonly signatures: Signatures,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** An officer signs with account and password; the copy of record is signed with the platform's SM2 key. */
  async sign(actor: Actor, id: string, { contentHash, password }: SignRecordDto): Promise<void> {
    const seen = await this.db.repo(Inspection).findOneBy({ id });
    inspectionPolicy.require(actor, 'inspection.hold', seen && inspectionParties(seen));
    await this.reauthentication.require(actor, password);
    return this.db.transaction(async () => {
      const inspection = await this.signing(actor, id, contentHash);
      if (await this.db.repo(InspectionSignature).existsBy({ inspectionId: id, side: 'officer', userId: actor.userId })) throw signedAlready();
      const content = await this.store.contentOf(id);
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
    await this.sealing.whenWhole(actor, inspection);
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
