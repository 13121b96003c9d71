import type { PdfPage } from '@huanbao/documents';
import { SHANGHAI_OFFSET_MS } from '@huanbao/platform';
import type { SignatureRecord } from '../signature.entity';
import type { SignedContent } from './content';
import { replay } from './paper';

/** 2026-11-23 10:05:00（北京时间） */
export const beijing = (at: Date): string => `${new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')}（北京时间）`;

/** The record on paper: who signed what, when and from where; then what was seen; then what proves it without this platform. */
export function drawRecord(page: PdfPage, record: SignatureRecord, given: { content: SignedContent; checkUrl: string }): void {
  page.letterhead('', '签署存证', `存证编号：${record.id}`);
  page.keyValues(factsOf(record));
  if (given.content.agreed) {
    page.heading('签署时同意的文字', 2);
    page.paragraph(given.content.agreed);
  }
  page.heading('签署时所见的内容', 2);
  replay(given.content.paper, page);
  page.heading('核验', 2);
  page.paragraph('扫码或在“签署核验”页选择本文件，可核对它是否由本平台出具、是否被否认。不联网时，用下列原文、签名和公钥核对。');
  page.qr(given.checkUrl, '扫码核验');
  page.smallPrint([`核验地址：${given.checkUrl}`, `内容摘要（SM3）：${record.contentHash}`, `签名原文：${record.signedText}`, `SM2 签名：${record.signature}`, `签名公钥：${record.signingKey}`]);
}

function factsOf(record: SignatureRecord): (readonly [string, string])[] {
  const behalf = record.signerOrgId !== record.ownerOrgId;
  return [
    ['签署事项', record.whatZh],
    ['单位', record.ownerName],
    ['签署人', record.signerName + (record.signerOrgName ? `（${record.signerOrgName}）` : '')],
    ...(behalf ? [['受托办理', `${record.signerOrgName ?? '—'}受${record.ownerName}委托签署`] as const] : []),
    ['签署时间', beijing(record.signedAt)],
    ['网络地址', record.ip ?? '未记录'],
    ['设备', record.agent ?? '未记录'],
  ];
}
