import { createPdf } from '@huanbao/documents';
import { randomInt } from 'node:crypto';
import type { EvaluationLetter } from '../evaluation.entity';

/** Without signs people misread; 30 signs, so sixteen of them are 78 bits. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const LETTER_CODE = /^[2-9A-HJ-NP-Z]{16}$/;
const TITLE = '企业环境信用评价结果反馈书';

export const newLetterCode = (): string => Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

type Facts = Pick<EvaluationLetter, 'number' | 'subjectName' | 'uscc' | 'year' | 'score' | 'gradeTitle' | 'schemeTitle' | 'issuedOn'>;

/** The line that is signed: whoever alters a fact breaks the signature. */
export const letterText = ({ number, subjectName, uscc, year, score, gradeTitle, schemeTitle, issuedOn }: Facts): string =>
  [TITLE, number, subjectName, uscc ?? '', `${year}年度`, score, gradeTitle, schemeTitle, issuedOn].map(part => part.replaceAll('|', '／')).join('|');

interface Drawn {
  readonly issuer: string;
  readonly checkUrl: string;
  /** Lines of the result: what, score, contribution. */
  readonly lines: readonly (readonly [string, string])[];
}

/** The paper that goes to the enterprise. */
export function drawLetter(one: EvaluationLetter, { issuer, checkUrl, lines }: Drawn): Promise<Buffer> {
  return createPdf({ title: `${TITLE} ${one.number}`, author: issuer, subject: one.subjectName, at: one.issuedAt }, page => {
    page.frame();
    page.letterhead(issuer, TITLE, `编号：${one.number}`);
    page.keyValues([['单位名称', one.subjectName], ['统一社会信用代码', one.uscc ?? '—'], ['评价年度', `${one.year} 年度`], ['评价方案', one.schemeTitle], ['得分', one.score], ['等级', one.gradeTitle]]);
    page.official(`经自查自报、县级初核、市级复核、公示和审定，你单位 ${one.year} 年度环境信用等级评定为“${one.gradeTitle}”。此后发生的环境行为按规定动态调整当前等级，以平台公布的当日等级为准。`);
    page.qr(checkUrl, '扫码核验本反馈书');
    page.signature(issuer, one.issuedOn.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'));
    page.heading('得分依据', 2);
    page.keyValues(lines);
    page.smallPrint([`核验地址：${checkUrl}`, `签名原文：${one.signedText}`, `SM2 签名：${one.signature}`, `签名公钥：${one.signingKey}`]);
  });
}
