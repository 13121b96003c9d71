import { createPdf } from '@huanbao/documents';
import { randomInt } from 'node:crypto';
import type { CertificateKind, CreditCertificate } from '../credit-repair.entity';

export const KIND_TITLES: Readonly<Record<CertificateKind, string>> = { repaired: '信用修复证明', expired: '失信信息公示期满证明', revoked: '失信信息撤销证明' };
const ENDED: Readonly<Record<CertificateKind, string>> = { repaired: '修复日期', expired: '期满日期', revoked: '撤销日期' };
const SAYS: Readonly<Record<CertificateKind, string>> = {
  repaired: '上列失信信息已经准予信用修复，自修复之日起停止公示、共享和使用，不再影响该单位的环境信用评价。',
  expired: '上列失信信息的有效期和公示期已经届满，停止公示、共享和使用，不再影响该单位的环境信用评价。',
  revoked: '上列信息已经撤销，停止公示、共享和使用，不作为该单位环境信用评价的依据。',
};
/** Without signs people misread; 30 signs, so sixteen of them are 78 bits. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

export const newCertificateCode = (): string => Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

type Facts = Pick<CreditCertificate, 'number' | 'kind' | 'subjectName' | 'uscc' | 'eventTitle' | 'documentNo' | 'occurredOn' | 'endedOn' | 'issuedOn'>;

/** The line that is signed: whoever alters a fact breaks the signature. */
export const certificateText = ({ number, kind, subjectName, uscc, eventTitle, documentNo, occurredOn, endedOn, issuedOn }: Facts): string =>
  [KIND_TITLES[kind], number, subjectName, uscc ?? '', eventTitle, documentNo ?? '', occurredOn, endedOn, issuedOn].map(part => part.replaceAll('|', '／')).join('|');

/** The paper that stays with the subject. */
export function drawCertificate(one: CreditCertificate, { issuer, checkUrl }: { readonly issuer: string; readonly checkUrl: string }): Promise<Buffer> {
  const title = KIND_TITLES[one.kind];
  return createPdf({ title: `${title} ${one.number}`, author: issuer, subject: one.subjectName, at: one.issuedAt }, page => {
    page.frame();
    page.letterhead(issuer, title, `编号：${one.number}`);
    page.keyValues([
      ['单位名称', one.subjectName], ['统一社会信用代码', one.uscc ?? '—'], ['失信信息', one.eventTitle], ['文号', one.documentNo ?? '—'], ['行为日期', one.occurredOn], [ENDED[one.kind], one.endedOn],
    ]);
    page.official(SAYS[one.kind]);
    page.qr(checkUrl, '扫码核验本证明');
    page.signature(issuer, one.issuedOn.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'));
    page.smallPrint([`核验地址：${checkUrl}`, `签名原文：${one.signedText}`, `SM2 签名：${one.signature}`, `签名公钥：${one.signingKey}`]);
  });
}
