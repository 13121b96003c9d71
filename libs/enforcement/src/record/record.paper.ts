import { Injectable } from '@nestjs/common';
import { createPdf, type PdfPage } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Db, SHANGHAI_OFFSET_MS } from '@huanbao/platform';
import { EnforcementOfficer, Inspection } from '../enforcement.entity';
import type { InspectionSignatureView } from '../inspections/inspection.view';
import { drawContent, type RecordContent } from './content';
import { modeOf } from './form';
import { InspectionPhotos } from './photos.service';
import { InspectionPhoto } from './record.entity';
import { RecordStore } from './record.store';
import { InspectionResults } from './results.service';

/** Larger or further pictures are named by their digest only: the paper has to be sent about. */
const [MOST_PICTURES, MOST_BYTES] = [24, 3 * 1024 * 1024];
/** A heading stands with its first picture. */
const PICTURE_ROOM = 260;
const NO_PLACE_ZH: Readonly<Record<string, string>> = { denied: '未授权定位', unavailable: '定位不可用', timeout: '定位超时', unsupported: '设备不支持定位', unknown: '没有定位' };
const beijing = (at: string): string => new Date(new Date(at).getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** The sealed record on paper. */
@Injectable()
export class RecordPaper {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly store: RecordStore,
    private readonly results: InspectionResults,
    private readonly photos: InspectionPhotos,
  ) {}

  async render(inspection: Inspection): Promise<Buffer> {
    const content = await this.store.contentOf(inspection.id);
    const signatures = await this.results.signatures(inspection.id);
    const pictures = await this.pictures(inspection.id);
    const drawn = signatures.find(one => one.fileId !== null);
    const ink = drawn?.fileId ? await this.photos.image(inspection.id, drawn.fileId) : null;
    const bureau = await this.bureauOf(inspection);
    const title = modeOf(inspection.kind) === 'offsite' ? '非现场检查记录' : '现场检查（勘察）笔录';
    return createPdf({ title: `${title} ${inspection.number}`, author: bureau, subject: inspection.enterpriseName, at: inspection.closedAt ?? new Date(0) }, page => {
      page.letterhead(bureau, title, inspection.number);
      drawContent(page, content);
      drawPhotos(page, content, pictures);
      drawSignatures(page, signatures, ink);
      if (inspection.sealNote) page.paragraph(`${inspection.sealNote.missing.map(one => `${one.name}（${one.certificateNo}）`).join('、')}未签字：${inspection.sealNote.reason}（${inspection.sealNote.byName} 说明后封存）`);
      page.heading('核验', 2);
      page.smallPrint([`内容摘要（SM3）：${inspection.contentHash ?? ''}`, `封存原文：${inspection.sealText ?? ''}`, `SM2 签名：${inspection.sealSignature ?? ''}`, `签名公钥：${inspection.sealKey ?? ''}`, '记录封存后不能修改；更正以补充说明附后。']);
    });
  }

  private async bureauOf({ officers }: Inspection): Promise<string> {
    const officer = await this.db.repo(EnforcementOfficer).findOneBy({ userId: officers[0]?.userId ?? '' });
    return (officer && (await this.directory.organisation(officer.orgId))?.name) ?? '生态环境主管部门';
  }

  private async pictures(inspectionId: string): Promise<ReadonlyMap<string, Buffer>> {
    const rows = await this.db.repo(InspectionPhoto).find({ where: { inspectionId }, order: { id: 'ASC' }, take: MOST_PICTURES });
    const found = new Map<string, Buffer>();
    for (const { id, fileId } of rows) {
      const bytes = await this.photos.image(inspectionId, fileId);
      if (bytes.length <= MOST_BYTES) found.set(id, bytes);
    }
    return found;
  }
}

function drawPhotos(page: PdfPage, { photos }: RecordContent, pictures: ReadonlyMap<string, Buffer>): void {
  if (photos.length > 0) page.keep(PICTURE_ROOM);
  page.heading('现场照片', 2);
  if (photos.length === 0) return page.paragraph('没有照片。');
  photos.forEach((one, nth) => {
    const text = (name: string): string => String(one[name] ?? '');
    const place = one['lng'] ? `东经 ${text('lng')}°，北纬 ${text('lat')}°${one['accuracyM'] ? `，精度 ${text('accuracyM')} 米` : ''}` : (NO_PLACE_ZH[text('noPlace')] ?? '没有定位');
    const bytes = pictures.get(text('id'));
    const shown = bytes ? page.image(bytes, { width: 240, height: 180 }) : false;
    page.paragraph(`照片 ${nth + 1}${one['caption'] ? `（${text('caption')}）` : ''}：${text('takenByName')} 于 ${beijing(text('capturedAt'))} 拍摄；${place}${shown ? '' : '；图像见平台'}`);
    page.smallPrint([`SHA-256：${text('sha256')}`]);
  });
}

function drawSignatures(page: PdfPage, signatures: readonly InspectionSignatureView[], ink: Buffer | null): void {
  page.heading('签字', 2);
  for (const one of signatures.filter(each => each.side === 'officer')) page.paragraph(`检查人员：${one.name}，${beijing(one.at)} 以账号和密码确认签署，存证编号 ${one.recordId ?? ''}`);
  const party = signatures.find(each => each.side === 'party');
  if (!party) return page.paragraph('非现场检查，没有在场当事人。');
  if (party.way === 'refused') return page.paragraph(`当事人${party.name ? `（${party.name}）` : ''}拒绝签字：${party.refusedReason ?? ''}。见证人：${party.witness ?? ''}，${beijing(party.at)}`);
  page.paragraph(`当事人：${party.name}，${beijing(party.at)} 在执法人员的设备上手写签字`);
  if (ink) page.image(ink, { width: 200, height: 90 });
  page.smallPrint([`签字图像 SHA-256：${party.sha256 ?? ''}`]);
}
