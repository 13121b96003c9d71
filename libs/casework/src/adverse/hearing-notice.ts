import { chineseDate } from '../notices/notice.content';
import type { HearingLaw } from './adverse.entity';

export interface HearingPlace {
  readonly heldOn: string;
  /** `HH:MM` */
  readonly time: string;
  readonly place: string;
  readonly host: string;
}

interface Facts extends HearingPlace {
  readonly caseTitle: string;
  readonly caseNumber: string;
  /** What is to be decided. */
  readonly measure: string;
  readonly askedOn: string;
}

/** By which law a hearing goes, as its paper names it. */
export const HEARING_LAWS: Readonly<Record<HearingLaw, { readonly article: string; readonly named: string }>> = {
  licence: { article: '行政许可法 第四十八条', named: '《行政许可法》第四十八条' },
  penalty: { article: '行政处罚法 第六十四条', named: '《行政处罚法》第六十四条' },
};

/** What a 听证通知书 says: when, where, who chairs, and the rights of who is invited. Pure. */
export function hearingNotice(law: HearingLaw, facts: Facts): string[] {
  return [
    `关于${facts.caseTitle}（编号${facts.caseNumber}）拟作出的“${facts.measure}”，你单位于${chineseDate(facts.askedOn)}要求听证。依据${HEARING_LAWS[law].named}的规定，现通知如下：`,
    ...hearingPlace(facts),
  ];
}

/** The lines that every invitation to a hearing has. Pure. */
export function hearingPlace({ heldOn, time, place, host }: HearingPlace): string[] {
  return [
    `时间：${chineseDate(heldOn)} ${time}`,
    `地点：${place}`,
    `主持人：${host}`,
    '听证公开举行，依法需要保密的除外。可以亲自参加，也可以委托一至二人代理，委托代理的请提交授权委托书；可以在听证中陈述、申辩、举证和质证。',
    '认为主持人与本件有直接利害关系的，有权在听证举行以前申请回避。无正当理由不出席的，视为放弃听证。',
  ];
}
