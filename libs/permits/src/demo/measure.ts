import { Readable } from 'node:stream';
import { INestApplicationContext } from '@nestjs/common';
import { Files, PdfKit } from '@huanbao/documents';
import type { DemoCity } from '@huanbao/identity';
import { MeasureEvidence } from '../ending/measure-evidence';
import { MeasuresService } from '../ending/measures.service';
import { PermitReader } from '../life/permit-reader';

const RECORD = '规划调整告知函';

/** A measure the holder was told of and may still speak to, proposed by one officer with what it rests on. */
export async function seedMeasureDemo(app: INestApplicationContext, demo: DemoCity, holder: { readonly orgId: string | null }): Promise<void> {
  const officer = demo.actor('bureau.reviewer');
  const [permit] = await app.get(PermitReader, { strict: false }).ofEnterprise(holder.orgId ?? '');
  if (!permit) return;
  const draft = await app.get(MeasureEvidence, { strict: false }).draft(officer, permit.id);
  const pdf = await app.get(PdfKit, { strict: false }).createPdf({ title: RECORD, author: '示范城市', subject: '示范文件' }, page => {
    page.heading(RECORD);
    page.paragraph('该地块已调整为集中式饮用水水源准保护区。本文件为示范城市的样例，仅供演示。');
  });
  await app.get(Files, { strict: false }).attach(officer, { subjectType: 'permit-measure', subjectId: draft.id, purpose: 'evidence', ownerOrgId: officer.orgId }, { filename: `${RECORD}.pdf`, stream: Readable.from(pdf) });
  await app.get(MeasuresService, { strict: false }).propose(officer, permit.id, {
    kind: 'withdraw', ground: 'public-interest', reasons: '场所所在地块已调整为饮用水水源准保护区，不能再设排放口，拟撤回许可并依法补偿。',
  });
}
