import { Injectable } from '@nestjs/common';
import { Db, Signer, sm3 } from '@huanbao/platform';
import { Inspection } from '../enforcement.entity';
import type { InspectionDetails, InspectionFindingView, InspectionSignatureView, InspectionSupplementView } from '../inspections/inspection.view';
import { InspectionFinding, InspectionPhoto, InspectionSignature, InspectionSupplement } from './record.entity';
import { RecordDays } from './record-days';
import { RecordStore } from './record.store';

export interface InspectionBrief {
  readonly number: string;
  /** The complaint it followed. */
  readonly complaintId: string | null;
  /** The sealed record as PDF, once it is drawn. */
  readonly paperFileId: string | null;
  readonly heldOn: string | null;
  /** Accounts of the officers who were sent. */
  readonly team: readonly string[];
  readonly photos: readonly Pick<InspectionPhoto, 'fileId' | 'sha256' | 'caption' | 'takenByName' | 'capturedAt'>[];
}

/** What came of an inspection: findings, signatures, what was said later. Other rooms read findings here after `inspection.closed`. */
@Injectable()
export class InspectionResults {
  constructor(
    private readonly db: Db,
    private readonly store: RecordStore,
    private readonly signer: Signer,
    private readonly days: RecordDays,
  ) {}

  async findings(inspectionId: string): Promise<InspectionFindingView[]> {
    const rows = await this.db.repo(InspectionFinding).find({ where: { inspectionId }, order: { place: 'ASC' } });
    return rows.map(({ id, place, title, law, lawFrom, lawVerified, conductOn, description, harm, fault, suggestion, decision, decisionReason }) => ({ id, place, title, law, lawFrom, lawVerified, conductOn, description, harm, fault, suggestion, decision, decisionReason }));
  }

  /** Who went when, and the photos of the record: for what follows from a sealed one. */
  async brief(inspectionId: string): Promise<InspectionBrief | null> {
    const inspection = await this.db.repo(Inspection).findOneBy({ id: inspectionId });
    if (!inspection?.closedAt) return null;
    const photos = await this.db.repo(InspectionPhoto).find({ where: { inspectionId }, order: { capturedAt: 'ASC', id: 'ASC' } });
    return { number: inspection.number, complaintId: inspection.complaintId, paperFileId: inspection.paperFileId, heldOn: inspection.heldOn, team: inspection.officers.map(one => one.userId), photos: photos.map(({ fileId, sha256, caption, takenByName, capturedAt }) => ({ fileId, sha256, caption, takenByName, capturedAt })) };
  }

  /** Keys of the library of violations, by finding. */
  async violationsOf(inspectionId: string): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.db.repo(InspectionFinding).findBy({ inspectionId })).map(one => [one.id, one.violation]));
  }

  async of(inspection: Inspection): Promise<Omit<InspectionDetails, 'today'>> {
    return { findings: await this.findings(inspection.id), signatures: await this.signatures(inspection.id), supplements: await this.supplements(inspection.id), sealHolds: await this.holds(inspection), firstSavedOn: await this.days.firstSaved(inspection.id, inspection.heldOn) };
  }

  async signatures(inspectionId: string): Promise<InspectionSignatureView[]> {
    const rows = await this.db.repo(InspectionSignature).find({ where: { inspectionId }, order: { side: 'ASC', id: 'ASC' } });
    return rows.map(({ side, way, userId, nameCipher, refusedReason, witnessCipher, fileId, sha256, recordId, at }) => ({
      side, way, userId: side === 'officer' ? userId : null, name: this.store.reveal(nameCipher), refusedReason, witness: witnessCipher && this.store.reveal(witnessCipher), fileId, sha256, recordId, at: at.toISOString(),
    }));
  }

  private async supplements(inspectionId: string): Promise<InspectionSupplementView[]> {
    const rows = await this.db.repo(InspectionSupplement).find({ where: { inspectionId }, order: { id: 'ASC' } });
    return rows.map(({ id, kind, words, byName, orgName, at }) => ({ id, kind, words, byName, orgName, at: at.toISOString() }));
  }

  /** The kept content still has the hash that was signed, and the sealed line was signed by this platform. */
  private async holds({ id, closedAt, contentHash, sealText, sealSignature }: Inspection): Promise<boolean | null> {
    if (closedAt === null) return null;
    const text = await this.store.contentText(id);
    if (text === null || !sealText || !sealSignature) return false;
    return sm3(text) === contentHash && sealText.includes(`SM3:${contentHash}`) && this.signer.verify(sealText, sealSignature);
  }
}
