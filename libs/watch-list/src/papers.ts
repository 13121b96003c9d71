import type { Paper } from '@huanbao/documents';
import type { ReferenceRow } from '@huanbao/reference';
import type { RemedyUntil, WatchEntry, WatchNotice } from './entities';

const FORMS = { notice: '失信告字', decision: '失信字' } as const;
export type WatchPaperForm = keyof typeof FORMS;

/** `孝环失信字〔2026〕3号`: the prefix is the city's. */
export const watchPaperNumber = (prefix: string, form: WatchPaperForm, { year, value }: { readonly year: number; readonly value: number }): string => `${prefix}${FORMS[form]}〔${year}〕${value}号`;

interface Head {
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly list: Pick<ReferenceRow, 'value' | 'verified'>;
}

/** What a listing brings, as a paper says it. */
export interface BroughtMeasure {
  readonly title: string;
  readonly legalBasis: string;
  readonly verified: boolean;
}

const basisWords = (list: Head['list']): string => `“${list.value}”是本机关重点监管的依据，尚无国家统一规定${list.verified ? '' : '，名单名称及依据待核'}；列入只产生本文书写明的措施，不作其他联合惩戒。`;
const measureWords = (measures: readonly BroughtMeasure[]): string => measures.map((one, nth) => `${nth + 1}. ${one.title}（${one.legalBasis}${one.verified ? '' : '，待核'}）`).join('；');

/** 拟列入事先告知书. Pure. */
export function noticePaper(entry: Pick<WatchEntry, 'subjectName' | 'facts' | 'legalBasis'>, given: Head & { readonly months: number; readonly measures: readonly BroughtMeasure[]; readonly statementDays: number; readonly hearingDays: number }): Paper {
  const { number, issuer, issuedOn, list, months, measures, statementDays, hearingDays } = given;
  return {
    title: `拟列入${list.value}事先告知书`, number, issuer, issuedOn, recipient: entry.subjectName,
    paragraphs: [
      `本机关经核查，拟将你（单位）列入${list.value}，期限 ${months} 个月，自决定书送达之日起计算。`, `事实和理由：${entry.facts}`, `依据：${entry.legalBasis ?? ''}。${basisWords(list)}`,
      ...(measures.length > 0 ? [`列入期间的措施：${measureWords(measures)}。`] : []),
      `你（单位）有权陈述和申辩，请在收到本告知书之日起 ${statementDays} 个工作日内提出；有权要求听证，请在收到本告知书之日起 ${hearingDays} 个工作日内提出。可以书面提交，也可以在本平台办理；逾期未提出的，视为放弃。`,
    ],
  };
}

/** 列入决定书: with the conditions of removal and the remedies. Pure. */
export function decisionPaper(entry: Pick<WatchEntry, 'subjectName' | 'facts' | 'legalBasis'>, given: Head & { readonly months: number; readonly reasons: string; readonly exitConditions: string; readonly removalMonths: number; readonly measures: readonly BroughtMeasure[]; readonly remedies: readonly RemedyUntil[]; readonly notice: WatchNotice }): Paper {
  const { number, issuer, issuedOn, list, months, reasons, exitConditions, removalMonths, measures, remedies, notice } = given;
  return {
    title: `列入${list.value}决定书`, number, issuer, issuedOn, recipient: entry.subjectName,
    paragraphs: [
      `事实：${entry.facts}`, ...spokenWords(notice), `理由和依据：${reasons}依据${entry.legalBasis ?? ''}，决定将你（单位）列入${list.value}，期限 ${months} 个月，自本决定书送达之日起计算。${basisWords(list)}`,
      ...(measures.length > 0 ? [`列入期间的措施：${measureWords(measures)}。`] : []), '本决定送达后，本机关向社会公示你（单位）的名称、列入事由和期限。',
      `移出条件：${exitConditions}自送达之日起满 ${removalMonths} 个月并符合上述条件的，可以申请移出；期限届满的，自动移出。`,
      `${remedies.map(one => one.words).join('，')}。复议、诉讼期间不停止执行，法律另有规定的除外。`,
    ],
  };
}

function spokenWords({ statement, waivedAt, answer, hearing }: WatchNotice): string[] {
  const heard = hearing?.record ? ['本机关依你（单位）的要求举行了听证。'] : [];
  if (statement !== null) return [`你（单位）提出了陈述申辩，本机关复核认为：${answer ?? ''}`, ...heard];
  return [waivedAt ? '你（单位）已表示放弃陈述申辩。' : '你（单位）在告知的期限内没有提出陈述申辩。', ...heard];
}
