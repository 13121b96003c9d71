import { createPdf, PdfPage } from '@huanbao/documents';
import { shanghaiDate } from '@huanbao/platform';
import type { Field, Row, SectionData } from '../form/field';
import { isVisible } from '../form/form';
import { wordsOf } from '../form/words';
import { PERSONAL_FIELDS, REGISTRATION_FIELDS } from './form';
import type { PermitRegistration, PermitRegistrationVersion, RegistrationKind } from './registration.entity';

export const KIND_WORDS: Readonly<Record<RegistrationKind, string>> = { first: '首次登记', change: '登记变更', renew: '延续登记', cancel: '登记注销', restore: '登记恢复' };

/** The line that is signed and printed on the receipt: whoever alters a fact breaks the signature. */
export function receiptTextOf(facts: Pick<PermitRegistration, 'number' | 'enterpriseName' | 'uscc' | 'siteName' | 'validFrom' | 'validTo'>, given: { kind: RegistrationKind; filedOn: string; contentHash: string }): string {
  return ['排污登记回执', facts.number, KIND_WORDS[given.kind], facts.enterpriseName, facts.uscc, facts.siteName, `${facts.validFrom}/${facts.validTo}`, given.filedOn, `SM3:${given.contentHash}`]
    .map(part => part.replaceAll('|', '／')).join('|');
}

/** The term a receipt was signed with. */
export function termOf(receiptText: string): Pick<PermitRegistration, 'validFrom' | 'validTo'> {
  const [validFrom = '', validTo = ''] = receiptText.split('|')[6]?.split('/') ?? [];
  return { validFrom, validTo };
}

export interface ReceiptPaper {
  readonly registration: PermitRegistration;
  readonly version: PermitRegistrationVersion;
  readonly checkUrl: string;
}

/** 固定污染源排污登记回执 with what was stated, without persons. */
export function drawReceipt({ registration, version, checkUrl }: ReceiptPaper): Promise<Buffer> {
  const { number, enterpriseName, uscc, siteName, industryCode, industryName, validFrom, validTo, nationalNumber } = registration;
  return createPdf({ title: `排污登记回执 ${number}`, author: enterpriseName, subject: siteName, at: version.filedAt }, page => {
    page.letterhead('', '固定污染源排污登记回执', `回执编号：${number}`);
    page.keyValues([
      ['排污单位名称', enterpriseName], ['统一社会信用代码', uscc], ['生产经营场所', siteName], ['行业类别', `${industryName}（${industryCode}）`], ['登记类型', KIND_WORDS[version.kind]],
      ['登记日期', shanghaiDate(version.filedAt)], ['有效期', `${validFrom} 至 ${validTo}`], ['国家平台登记编号', nationalNumber ?? '尚未录入'],
      ['分类依据', version.classification.entries.map(one => `${version.classification.edition} 第 ${one.no} 类 ${one.title}`).join('；')],
    ]);
    page.qr(checkUrl, '扫码核验本回执');
    page.heading('登记内容', 2);
    drawContent(page, version.content);
    page.official('本回执不代替全国排污许可证管理信息平台的登记；排污单位对登记内容的真实、准确、完整负责。登记内容发生变动的，自变动之日起二十日内变更登记（排污许可管理条例第二十四条）。');
    page.smallPrint([`核验地址：${checkUrl}`, `签名原文：${version.receiptText}`, `SM2 签名：${version.signature}`, `签名公钥：${version.signingKey}`]);
  });
}

const PAGE_WIDTH = 495;

function drawContent(page: PdfPage, content: SectionData): void {
  const shown = REGISTRATION_FIELDS.filter(field => isVisible(field, content, content) && !PERSONAL_FIELDS.includes(field.name));
  page.keyValues(shown.filter(field => field.type !== 'table').map(field => [field.label.zh, wordsOf(field, content[field.name]) || '无']));
  for (const field of shown.filter(one => one.type === 'table')) drawTable(page, field, content);
}

function drawTable(page: PdfPage, field: Field, content: SectionData): void {
  const rows = (content[field.name] ?? []) as readonly Row[];
  const columns = field.columns ?? [];
  if (rows.length === 0) return;
  page.paragraph(field.label.zh);
  page.table(columns.map(one => ({ title: one.unit ? `${one.label.zh}（${one.unit}）` : one.label.zh, width: Math.floor(PAGE_WIDTH / columns.length) })), rows.map(row => columns.map(one => wordsOf(one, row[one.name]))));
}
