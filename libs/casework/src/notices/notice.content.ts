import type { DecisionOutcome, NoticeKind, PaperWords } from '../machine/machine';

export interface NoticeItem {
  readonly label: string;
  readonly requirement: string;
  readonly reason: string;
}

/** What stands on a printed notice; stored with it, so that the paper can be drawn again exactly. */
export interface NoticeContent {
  readonly title: string;
  readonly number: string;
  readonly recipient: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly NoticeItem[];
  readonly remedies: readonly string[];
  readonly issuer: string;
  /** `YYYY-MM-DD` */
  readonly issuedOn: string;
}

/** The facts a notice is made of. */
export interface NoticeFacts {
  readonly kind: NoticeKind;
  readonly outcome?: DecisionOutcome;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly recipient: string;
  /** What was applied for, e.g. 排污许可申请. */
  readonly matter: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly submittedOn: string;
  readonly article: string;
  readonly reasons?: string;
  readonly items?: readonly NoticeItem[];
  readonly remedies?: readonly string[];
  /** The last day of the running period and its length, e.g. `20个工作日`. */
  readonly due?: { readonly length: string; readonly on: string; readonly provisional: boolean };
  /** A decision against the party: what, and how long it may speak and ask for a hearing once the paper reached it. */
  readonly intent?: { readonly measure: string; readonly reasons: string; readonly period: string | null; readonly hearingPeriod: string | null };
  /** What decisions of the procedure are called, when it is no licence. */
  readonly words?: PaperWords;
  /** Further paragraphs of the capability. */
  readonly more?: readonly string[];
  /** `service`: which papers were served, how, and who received them. */
  readonly service?: { readonly papers: readonly string[]; readonly method: string; readonly receivedBy: string };
}

type Form = 'acceptance' | 'correction' | 'rejection' | 'granted' | 'refused' | 'service' | 'imposed' | 'intent' | 'advice' | 'withdrawal' | 'hearing';

/** The character of a notice's number and its title. Each form has a number series of its own. */
export const NOTICE_FORMS: Readonly<Record<Form, { readonly mark: string; readonly title: string }>> = {
  acceptance: { mark: '受', title: '受理通知书' },
  correction: { mark: '补', title: '补正告知书' },
  rejection: { mark: '不受', title: '不予受理决定书' },
  granted: { mark: '准', title: '准予行政许可决定书' },
  refused: { mark: '不准', title: '不予行政许可决定书' },
  service: { mark: '送', title: '送达回证' },
  imposed: { mark: '决', title: '决定书' },
  intent: { mark: '告', title: '事先告知书' },
  advice: { mark: '知', title: '告知书' },
  withdrawal: { mark: '撤', title: '撤销决定书' },
  hearing: { mark: '听', title: '听证通知书' },
};

export function noticeForm(kind: NoticeKind, outcome?: DecisionOutcome): Form {
  return kind === 'decision' ? (outcome ?? 'granted') : kind;
}

/** `孝环许` + `受` + 〔2026〕12号. The prefix is configuration of the city. */
export function noticeNumber(prefix: string, form: Form, drawn: { readonly year: number; readonly value: number }): string {
  return `${prefix}${NOTICE_FORMS[form].mark}〔${drawn.year}〕${drawn.value}号`;
}

/** `2026-11-23` → `2026年11月23日` */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** The words of a notice, from its facts alone. Pure. */
export function buildNotice(facts: NoticeFacts): NoticeContent {
  const form = noticeForm(facts.kind, facts.outcome);
  return {
    title: titleOf(form, facts),
    number: facts.number,
    recipient: facts.recipient,
    paragraphs: [...BODY[form](facts), ...(facts.more ?? [])],
    items: facts.items ?? [],
    remedies: facts.remedies ?? [],
    issuer: facts.issuer,
    issuedOn: facts.issuedOn,
  };
}

/** Papers against the party carry the measure in their title: 撤销排污许可证决定书. */
function titleOf(form: Form, { intent, words }: NoticeFacts): string {
  if (words && (form === 'granted' || form === 'refused')) return words[form].title;
  if (words && form === 'advice') return words.advice;
  if (form === 'withdrawal') return words?.withdrawal ?? NOTICE_FORMS[form].title;
  const prefix = (form === 'imposed' || form === 'intent') && intent ? intent.measure : '';
  return `${prefix}${NOTICE_FORMS[form].title}`;
}

const BODY: Readonly<Record<Form, (facts: NoticeFacts) => string[]>> = {
  acceptance: facts => [
    `${opening(facts)}经审查，申请事项属于本机关职权范围，申请材料齐全、符合法定形式。依据《${lawOf(facts.article)}》${articleOf(facts.article)}的规定，决定予以受理。`,
    ...dueLine(facts),
  ],
  correction: facts => [
    `${opening(facts)}经审查，申请材料需要补正。依据《${lawOf(facts.article)}》${articleOf(facts.article)}的规定，现将需要补正的全部内容一次性告知如下：`,
  ],
  rejection: facts => [`${opening(facts)}经审查，依据《${lawOf(facts.article)}》${articleOf(facts.article)}的规定，决定不予受理。`, `理由：${facts.reasons ?? ''}`],
  granted: facts => [
    `${opening(facts)}经审查，你单位的申请符合法定条件。依据《${lawOf(facts.article)}》${articleOf(facts.article)}的规定，决定${facts.words?.granted.decides ?? '准予行政许可'}。`,
    ...(facts.reasons ? [`理由：${facts.reasons}`] : []),
  ],
  refused: facts => [`${opening(facts)}经审查，依据《${lawOf(facts.article)}》${articleOf(facts.article)}的规定，决定${facts.words?.refused.decides ?? '不予行政许可'}。`, `理由：${facts.reasons ?? ''}`],
  imposed: facts => [
    `关于${facts.caseTitle}（编号${facts.caseNumber}），本机关经调查，依据《${lawOf(facts.article)}》${articleOf(facts.article)}的规定，决定：${facts.intent?.measure ?? ''}。`,
    `事实和理由：${facts.reasons ?? ''}`,
  ],
  intent: facts => [
    `关于${facts.caseTitle}（编号${facts.caseNumber}），本机关拟作出“${facts.intent?.measure ?? ''}”的决定。依据：《${lawOf(facts.article)}》${articleOf(facts.article)}。`,
    `事实和理由：${facts.intent?.reasons ?? ''}`,
    `你单位有权陈述和申辩，请自收到本告知书之日起${facts.intent?.period ?? ''}内提出，可以在本平台办理，也可以递交书面意见或者当面陈述；逾期未提出的，视为没有意见。`,
    ...(facts.intent?.hearingPeriod ? [`你单位有权要求听证，请自收到本告知书之日起${facts.intent.hearingPeriod}内提出，可以在本平台办理，也可以递交书面申请或者当面提出；逾期未提出的，视为放弃听证。`] : []),
  ],
  advice: facts => [`关于${facts.caseTitle}（编号${facts.caseNumber}），现将有关事项告知如下：`],
  // facts, reasons and effect are the capability's: `more`
  withdrawal: () => [],
  // time, place and rights are those of the hearing: `more`
  hearing: () => [],
  service: facts => [
    `案由：${facts.matter}（${facts.caseNumber}）`,
    `送达文书：${facts.service?.papers.join('、') ?? ''}`,
    `送达方式：${facts.service?.method ?? ''}`,
    `收件人：${facts.service?.receivedBy ?? ''}`,
    `送达日期：${chineseDate(facts.issuedOn)}`,
  ],
};

function opening(facts: NoticeFacts): string {
  return `你单位于${chineseDate(facts.submittedOn)}提交的${facts.matter}（${facts.caseTitle}，编号${facts.caseNumber}）收悉。`;
}

function dueLine(facts: NoticeFacts): string[] {
  if (!facts.due) return [];
  const provisional = facts.due.provisional ? '（该年度节假日安排尚未公布，日期为暂估）' : '';
  return [`本机关将自受理之日起${facts.due.length}内作出决定，届满之日为${chineseDate(facts.due.on)}${provisional}。依法不计入期限的时间另行书面告知。`];
}

/** `排污许可管理条例 第九条第四项` is a law and a place in it; further laws after `；` stay with the place. */
function lawOf(article: string): string {
  return article.split(' ')[0]?.replace(/[《》]/g, '') ?? article;
}

function articleOf(article: string): string {
  return article.split(' ').slice(1).join('');
}
