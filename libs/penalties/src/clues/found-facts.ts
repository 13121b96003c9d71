import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { InspectionResults } from '@huanbao/enforcement';
import { Clock, Db, newId, shanghaiDate } from '@huanbao/platform';
import { In, IsNull } from 'typeorm';
import { Penalty, PenaltyEvidence } from '../entities';
import { PenaltyReference } from '../penalties.reference';
import { PenaltyJoinedFinding } from './joined-finding.entity';

/** One violation of a sealed record, as a penalty case takes it over. */
export interface Found {
  readonly findingId: string;
  readonly inspectionId: string;
  /** The complaint that the visit followed. */
  readonly complaintId: string | null;
  readonly decision: string;
  readonly foundOn: string;
  readonly conductOn: string;
  /** Code of the library of penalties, where a dated row says which one. */
  readonly violation: { readonly code: string; readonly title: string } | null;
  readonly words: string;
}

/** What visits found, and its photos and record, carried into a case with their digests. */
@Injectable()
export class FoundFacts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly inspections: InspectionResults,
    private readonly reference: PenaltyReference,
    private readonly files: Files,
  ) {}

  /** The complaint that a sealed visit followed. */
  async complaintOf(inspectionId: string): Promise<string | null> {
    return (await this.inspections.brief(inspectionId))?.complaintId ?? null;
  }

  async of(inspectionId: string): Promise<Found[]> {
    const brief = await this.inspections.brief(inspectionId);
    if (!brief) return [];
    const foundOn = brief.heldOn ?? this.clock.today();
    const [keys, violations] = [await this.inspections.violationsOf(inspectionId), await this.reference.violations()];
    const found: Found[] = [];
    for (const { id, title, description, conductOn, decision } of await this.inspections.findings(inspectionId)) {
      const code = await this.reference.violationOf(keys.get(id) ?? '', conductOn);
      found.push({ findingId: id, inspectionId, complaintId: brief.complaintId, decision, foundOn, conductOn, violation: violations.find(one => one.code === code) ?? null, words: `${foundOn} 现场检查（${brief.number}）发现：${title}。${description}` });
    }
    return found;
  }

  /** What the case knows of it from its beginning. */
  columns({ findingId, inspectionId, complaintId, violation, conductOn, foundOn }: Found): Partial<Penalty> {
    return { findingId, inspectionId, complaintId, ...(violation ? { violation: violation.code, violationTitle: violation.title, conductFrom: conductOn, conductTo: conductOn < foundOn ? conductOn : foundOn } : {}) };
  }

  /** The sealed record and its photos as evidence, once: the same files, with the digests of the record. */
  async carry(penaltyId: string, { inspectionId, foundOn, words }: Found): Promise<void> {
    const brief = await this.inspections.brief(inspectionId);
    if (!brief || (await this.db.repo(PenaltyEvidence).existsBy({ penaltyId, kind: 'record', title: recordTitle(brief.number) }))) return;
    const base = { penaltyId, obtainedOn: foundOn, addedByName: '检查记录转入', addedAt: this.clock.now(), withdrawnAt: null, withdrawnReason: null };
    const paper = brief.paperFileId ? await this.files.get(brief.paperFileId) : null;
    await this.db.repo(PenaltyEvidence).insert({ ...base, id: newId(), kind: 'record', title: recordTitle(brief.number), proves: words.slice(0, 1000), fileId: paper?.id ?? null, fileHash: paper?.hash ?? null });
    for (const photo of brief.photos) await this.db.repo(PenaltyEvidence).insert({ ...base, id: newId(), kind: 'audio-visual', title: `现场照片：${photo.caption || brief.number}`.slice(0, 200), proves: `${photo.takenByName} 于 ${shanghaiDate(photo.capturedAt)} 拍摄的现场情况`, obtainedOn: shanghaiDate(photo.capturedAt), fileId: photo.fileId, fileHash: photo.sha256 });
  }

  /** Fills in the file of records that were taken over before they were on paper; what was withdrawn stays as it was. */
  async paper(inspectionId: string): Promise<void> {
    const brief = await this.inspections.brief(inspectionId);
    const joined = await this.db.repo(PenaltyJoinedFinding).findBy({ inspectionId });
    const cases = [...(await this.db.repo(Penalty).find({ where: { inspectionId }, select: { id: true } })).map(one => one.id), ...joined.map(one => one.penaltyId)];
    if (!brief?.paperFileId || cases.length === 0) return;
    const { id: fileId, hash: fileHash } = await this.files.get(brief.paperFileId);
    await this.db.repo(PenaltyEvidence).update({ penaltyId: In(cases), kind: 'record', title: recordTitle(brief.number), fileId: IsNull(), withdrawnAt: IsNull() }, { fileId, fileHash });
  }
}

const recordTitle = (number: string): string => `现场检查（勘察）笔录 ${number}`;
