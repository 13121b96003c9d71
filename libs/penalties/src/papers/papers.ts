import type { Paper } from '@huanbao/documents';
import type { Penalty, PenaltyEvidence, Point, Proposed } from '../entities';
import type { LawOption } from '../rules/law';
import { type Mitigation, mitigationWords } from '../rules/mitigation';
import type { Burden } from '../rules/thresholds';
import { ANSWERING_WORDS, GROUND_ARTICLES, GROUND_WORDS, MEASURE_WORDS, type NoPenaltyGround } from '../words';

type Drawn = { readonly year: number; readonly value: number };
const FORMS = { notice: '罚告字', penalty: '罚字', 'no-penalty': '不罚字', reminder: '催字', court: '申执字' } as const;
export type PaperForm = keyof typeof FORMS;

/** `孝环罚字〔2026〕12号`: the prefix is the city's. */
export const paperNumber = (prefix: string, form: PaperForm, { year, value }: Drawn): string => `${prefix}${FORMS[form]}〔${year}〕${value}号`;

interface Head {
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
}

/** 罚款 100000.00 元；停产整治 */
export const burdenWords = ({ measures, fineYuan, confiscateYuan }: Burden, shown: (yuan: string) => string = yuan => yuan): string =>
  measures.map(one => (one === 'fine' ? `罚款 ${shown(fineYuan)} 元` : one === 'confiscate' ? `没收违法所得 ${shown(confiscateYuan)} 元` : MEASURE_WORDS[one].zh)).join('；');

const conductWords = ({ conductFrom, conductTo }: Penalty): string => (conductFrom === conductTo ? (conductTo ?? '') : `${conductFrom ?? ''} 至 ${conductTo ?? ''}`);
/** 减轻处罚 is said where the burden stands. */
const mitigationParagraph = (mitigation: Mitigation | null | undefined): string[] => (mitigation ? [mitigationWords(mitigation)] : []);
const evidenceWords = (evidence: readonly PenaltyEvidence[]): string => evidence.map((one, nth) => `${nth + 1}. ${one.title}（证明${one.proves}）`).join('；');

/** 事先告知书: facts, evidence, law, what is intended, and the rights of the party. Pure. */
export function noticePaper(penalty: Penalty, proposed: Proposed, given: Head & { readonly evidence: readonly PenaltyEvidence[]; readonly hearingRight: boolean; readonly statementDays: number; readonly hearingDays: number }): Paper {
  const { number, issuer, issuedOn, evidence, hearingRight, statementDays, hearingDays } = given;
  return {
    title: hearingRight ? '行政处罚事先（听证）告知书' : '行政处罚事先告知书', number, issuer, issuedOn, recipient: penalty.partyName,
    paragraphs: [
      `本机关于 ${penalty.filedOn ?? ''} 对你（单位）涉嫌“${penalty.violationTitle ?? ''}”一案立案调查，现已调查终结。`,
      `违法事实：${penalty.facts ?? ''}（违法行为时间：${conductWords(penalty)}）`,
      `以上事实有下列证据证明：${evidenceWords(evidence)}。`,
      `上述行为违反生态环境法律法规，依据：${proposed.law.legalBasis}。`,
      `本机关拟对你（单位）作出：${burdenWords(proposed)}。`,
      ...mitigationParagraph(proposed.mitigation),
      ...(proposed.correction ? [`同时责令改正：${proposed.correction}`] : []),
      `依据《中华人民共和国行政处罚法》第四十四条、第四十五条，你（单位）有权陈述和申辩，请在收到本告知书之日起 ${statementDays} 个工作日内提出，可以书面提交，也可以在本平台办理；逾期未提出的，视为放弃。本机关不因陈述申辩加重处罚。`,
      ...(hearingRight ? [`依据《中华人民共和国行政处罚法》第六十三条、第六十四条，你（单位）有权要求听证，请在收到本告知书之日起 ${hearingDays} 个工作日内提出；逾期未提出的，视为放弃。`] : []),
    ],
  };
}

interface DecisionFacts extends Head, Burden {
  readonly law: LawOption;
  readonly mitigation: Mitigation | null;
  readonly reasons: string;
  readonly correction: string | null;
  readonly evidence: readonly PenaltyEvidence[];
  readonly statement: { readonly was: 'none' | 'waived' | 'made'; readonly points: readonly Point[]; readonly isHeard: boolean } | null;
  readonly paymentDays: number;
  readonly ratePercent: string;
  readonly remedies: readonly string[];
}

/** 行政处罚决定书 (行政处罚法 第五十九条). Pure. */
export function penaltyPaper(penalty: Penalty, facts: DecisionFacts): Paper {
  const { number, issuer, issuedOn, law, reasons, evidence, statement, paymentDays, ratePercent, measures } = facts;
  const hasMoney = measures.includes('fine') || measures.includes('confiscate');
  return {
    title: '行政处罚决定书', number, issuer, issuedOn, recipient: penalty.partyName,
    paragraphs: [
      `违法事实：${penalty.facts ?? ''}（违法行为时间：${conductWords(penalty)}）`,
      `证据：${evidenceWords(evidence)}。`,
      ...statementWords(statement),
      `理由和依据：${reasons}依据${law.legalBasis}，决定对你（单位）作出：${burdenWords(facts)}。`,
      ...mitigationParagraph(facts.mitigation),
      ...(facts.correction ? [`责令改正：${facts.correction}`] : []),
      ...(hasMoney ? [`请自收到本决定书之日起 ${paymentDays} 日内缴清款项。到期不缴纳罚款的，每日按罚款数额的 ${ratePercent}% 加处罚款，加处罚款的数额不超过罚款的数额。`] : []),
      ...facts.remedies,
      '申请行政复议或者提起行政诉讼，不停止行政处罚决定的执行，法律另有规定的除外。逾期不申请行政复议、不提起行政诉讼又不履行的，本机关将依法申请人民法院强制执行。',
    ],
  };
}

/** 不予行政处罚决定书. Pure. */
export function noPenaltyPaper(penalty: Penalty, given: Head & { readonly ground: NoPenaltyGround; readonly reasons: string; readonly correction: string | null; readonly remedies: readonly string[] }): Paper {
  const { number, issuer, issuedOn, ground, reasons, correction, remedies } = given;
  return {
    title: '不予行政处罚决定书', number, issuer, issuedOn, recipient: penalty.partyName,
    paragraphs: [
      `本机关查明：${penalty.facts ?? ''}（行为时间：${conductWords(penalty)}）`, `${GROUND_WORDS[ground].zh}。${reasons}依据《中华人民共和国行政处罚法》${GROUND_ARTICLES[ground].split(' ')[1] ?? ''}，决定不予行政处罚。`,
      ...(correction ? [`责令改正：${correction}`] : []), '请引以为戒，遵守生态环境法律法规。', ...remedies,
    ],
  };
}

function statementWords(statement: DecisionFacts['statement']): string[] {
  if (statement === null) return [];
  const heard = statement.isHeard ? ['本机关依你（单位）的要求举行了听证。'] : [];
  if (statement.was === 'waived') return ['你（单位）已表示放弃陈述申辩。', ...heard];
  if (statement.was === 'none') return ['你（单位）在告知的期限内没有提出陈述申辩。', ...heard];
  return [`你（单位）提出的陈述申辩，本机关复核如下：${statement.points.map((one, nth) => `${nth + 1}. ${one.point}——${ANSWERING_WORDS[one.answering]}：${one.answer}`).join('；')}。`, ...heard];
}
