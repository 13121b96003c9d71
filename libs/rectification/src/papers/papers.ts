import type { ItemResult, Paper, Rectification, RectificationItem, RectificationVerification } from '../entities';

type Drawn = { readonly year: number; readonly value: number };
const FORMS = { notice: '责改字', supervision: '督办字', default: '督办告字', closing: '销号字' } as const;
export type PaperForm = keyof typeof FORMS;

/** `孝环责改字〔2026〕12号`: the prefix is the city's. */
export const paperNumber = (prefix: string, form: PaperForm, { year, value }: Drawn): string => `${prefix}${FORMS[form]}〔${year}〕${value}号`;

interface Head {
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
}

const UNIT = { workday: '个工作日', calendar: '日' } as const;

/** 责令改正通知书: what is wrong, the law, what is asked, until when, and where it can be contested. Pure. */
export function noticePaper(row: Rectification, items: readonly RectificationItem[], given: Head & { readonly dayType: 'workday' | 'calendar'; readonly remedies: readonly string[]; readonly planDays: number }): Paper {
  const { dayType, remedies, planDays, ...head } = given;
  return {
    ...head, title: '责令改正通知书', recipient: row.enterpriseName,
    paragraphs: [
      `经查，你单位存在下列问题：${row.facts}`,
      ...items.map((one, nth) => `${nth + 1}. ${one.title}（${one.conductOn}）：${one.description} 依据：${one.law}。要求：${one.requirement} 期限：自收到本通知之日起 ${one.days} ${UNIT[dayType]}内完成。`),
      ...(row.planRequired ? [`请自收到本通知之日起 ${planDays} 个工作日内在平台提交整改方案，逐项写明措施、责任人和计划完成日期。`] : []),
      '请逐项整改，上传整改前后的照片或者材料，完成后在平台提交。确有困难不能按期完成的，在期限届满前申请延期。逾期不改正的，本机关将依法督办、立案查处。',
      `执法人员：${row.officers.map(one => `${one.name}（${one.certificateNo}）`).join('、')}。`,
      ...remedies,
    ],
  };
}

/** 整改销号记录: who verified what, when and how. Pure. */
export function closingPaper(row: Rectification, items: readonly RectificationItem[], given: Head & { readonly verification: Pick<RectificationVerification, 'way' | 'visitedOn' | 'findings' | 'verifiedByName' | 'round'>; readonly results: readonly ItemResult[] }): Paper {
  const { verification, results, ...head } = given;
  const found = (id: string): string => results.find(one => one.itemId === id)?.findings ?? '此前核查已通过';
  return {
    ...head, title: '整改核查销号记录', recipient: row.enterpriseName,
    paragraphs: [
      `责令改正通知书 ${row.paper?.number ?? ''}，${row.servedOn ?? ''} 送达，整改期限至 ${row.dueOn ?? ''}。`,
      `${verification.visitedOn}，${verification.verifiedByName}进行${verification.way === 'on-site' ? '现场核查' : '非现场核查'}（第 ${verification.round} 次）：${verification.findings}`,
      ...items.map((one, nth) => `${nth + 1}. ${one.title}。要求：${one.requirement} 整改情况：${one.work ?? ''} 核查意见：${found(one.id)}（通过）`),
      row.overdueOn === null ? '该单位在期限内完成整改，予以销号。' : `该单位自 ${row.overdueOn} 起逾期，现已完成整改，予以销号。`,
    ],
  };
}

/** 挂牌督办通知书. Pure. */
export const supervisionPaper = (row: Rectification, given: Head & { readonly reason: string; readonly demand: string; readonly dueOn: string; readonly isPublic: boolean }): Paper => {
  const { reason, demand, dueOn, isPublic, ...head } = given;
  return {
    ...head, title: '挂牌督办通知书', recipient: row.enterpriseName,
    paragraphs: [
      `你单位未按责令改正通知书 ${row.paper?.number ?? ''} 的要求在 ${row.dueOn ?? ''} 前完成整改，本机关决定挂牌督办。`,
      `理由：${reason}`, `督办要求：${demand}`, `督办期限：${dueOn}。${isPublic ? '督办事项在平台公开。' : ''}`,
      '督办期限届满仍未完成的，依法从严查处，并记入环境信用台账。',
    ],
  };
};

/** 拟认定挂牌督办逾期未完成告知书: what is to be established, what it brings, and until when one may answer. Pure. */
export const defaultPaper = (row: Rectification, given: Head & { readonly reason: string; readonly supervisionNo: string; readonly dueOn: string; readonly days: number; readonly dayType: 'workday' | 'calendar' }): Paper => {
  const { reason, supervisionNo, dueOn, days, dayType, ...head } = given;
  return {
    ...head, title: '拟认定挂牌督办逾期未完成告知书', recipient: row.enterpriseName,
    paragraphs: [
      `挂牌督办通知书 ${supervisionNo} 的期限已于 ${dueOn} 届满。本机关拟认定督办事项逾期未完成。`, `事实和理由：${reason}`,
      '认定后记入环境信用台账，属于严重失信事项，影响环境信用等级并按规定公示。',
      `你单位可以自收到本告知书之日起 ${days} ${UNIT[dayType]}内陈述申辩，逾期视为放弃。`,
    ],
  };
};
