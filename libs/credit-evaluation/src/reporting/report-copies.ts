import { Injectable } from '@nestjs/common';
import type { Actor } from '@huanbao/platform';
import { type PaperPage, Signatures } from '@huanbao/signatures';
import type { CreditEvaluation } from '../evaluation.entity';
import { MATTER } from '../evaluation.policy';
import type { Answer } from '../rules/answers';
import { INDICATORS } from '../rules/indicators';

export const COMMITMENT = '本单位承诺：自查自报的内容真实、准确、完整，愿意承担弄虚作假的法律责任。';

/** Copies of record of self-reports: each as it was handed in. */
@Injectable()
export class ReportCopies {
  constructor(private readonly signatures: Signatures) {}

  /** Only in the transaction of the submission. */
  async keep(actor: Actor, evaluation: CreditEvaluation, late: boolean): Promise<string> {
    const { id, number, year, subjectId, subjectName, regionCode, answers, voluntary } = evaluation;
    const { recordId } = await this.signatures.keep(actor, {
      subject: { type: 'credit-evaluation', id }, what: { zh: `提交 ${year} 年度环境信用自查自报：${subjectName}`, en: `Self-report of ${year}: ${subjectName}` }, agreed: COMMITMENT,
      data: { number, year, subjectName, late, answers, voluntary }, ownerOrgId: subjectId, matter: MATTER, regionCode, draw: page => drawReport(page, evaluation),
    });
    return recordId;
  }
}

function drawReport(page: PaperPage, { number, year, subjectName, uscc, answers, voluntary }: CreditEvaluation): void {
  page.heading(`${year} 年度企业环境信用评价自查自报`, 1);
  page.keyValues([['编号', number ?? ''], ['单位名称', subjectName], ['统一社会信用代码', uscc ?? '']]);
  page.table(
    [{ title: '序号', width: 1 }, { title: '指标', width: 5 }, { title: '自报', width: 3 }, { title: '说明', width: 5 }],
    INDICATORS.map(field => [field.code, field.title.zh, valueWords(answers[field.code]), answers[field.code]?.words ?? '']),
  );
  if (voluntary.length === 0) return;
  page.heading('自愿开展的超出法定要求的环保活动', 2);
  page.keyValues(voluntary.map(one => [one.doneOn, [one.title, one.words].filter(Boolean).join('：')]));
}

export function valueWords(answer: Pick<Answer, 'applies' | 'measure' | 'level' | 'score'> | undefined): string {
  if (!answer) return '未填写';
  if (!answer.applies) return '不适用';
  if (answer.measure !== null) return `${answer.measure} %`;
  return answer.score === null ? '未填写' : `第${answer.level ?? ''}档 ${answer.score} 分`;
}
