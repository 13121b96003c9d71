import type { Paper } from '@huanbao/documents';
import type { Penalty, PenaltyDecision } from '../entities';
import { isZero } from '../rules/money';
import type { Account } from '../steps/account';

interface Head {
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly decision: Pick<PenaltyDecision, 'number' | 'servedOn' | 'paymentDueOn'>;
  readonly account: Account;
}

/** 应缴 and what is open of it, exactly. */
const owed = ({ fineYuan, confiscateYuan, lateYuan, paidYuan, openYuan, on }: Account): string =>
  [`罚款 ${fineYuan} 元`, ...(isZero(confiscateYuan) ? [] : [`没收违法所得 ${confiscateYuan} 元`]), ...(isZero(lateYuan) ? [] : [`加处罚款 ${lateYuan} 元（计至 ${on}）`])].join('，') + `，已缴 ${paidYuan} 元，尚欠 ${openYuan} 元`;

/** 履行义务催告书 (行政强制法 第三十五条、第五十四条): period, way, amount, and the party's right to speak. Pure. */
export function reminderPaper(penalty: Pick<Penalty, 'partyName'>, { number, issuer, issuedOn, decision, account, days, dayType }: Head & { readonly days: number; readonly dayType: 'workday' | 'calendar' }): Paper {
  return {
    title: '履行行政处罚决定催告书', number, issuer, issuedOn, recipient: penalty.partyName,
    paragraphs: [
      `本机关于 ${decision.servedOn ?? ''} 向你（单位）送达行政处罚决定书（${decision.number}），缴款期限到 ${decision.paymentDueOn ?? ''} 届满，你（单位）至今没有全部履行。`,
      `应当履行的义务：${owed(account)}。`,
      `履行期限：自收到本催告书之日起 ${days} ${dayType === 'workday' ? '个工作日' : '日'}内。`,
      '履行方式：按处罚决定书载明的方式缴至指定账户，并在本平台上传缴款凭证或者送交本机关。到期不缴的，加处罚款继续计算，不超过罚款的数额。',
      '依据《中华人民共和国行政强制法》第三十五条、第三十六条，你（单位）有权陈述和申辩，可以书面提交，也可以在本平台办理。',
      '依据《中华人民共和国行政强制法》第五十三条、第五十四条，催告期满仍未履行，又没有在法定期限内申请行政复议或者提起行政诉讼的，本机关将向人民法院申请强制执行。',
    ],
  };
}

/** 强制执行申请书 (行政强制法 第五十五条). Pure. */
export function applicationPaper(penalty: Pick<Penalty, 'partyName' | 'partyCode' | 'violationTitle'>, given: Head & { readonly court: string; readonly signedBy: string; readonly remindedOn: string; readonly lateReason?: string | null }): Paper {
  const { number, issuer, issuedOn, decision, account, court, signedBy, remindedOn, lateReason } = given;
  return {
    title: '行政处罚强制执行申请书', number, issuer, issuedOn, recipient: court,
    paragraphs: [
      `申请人：${issuer}。被申请人：${penalty.partyName}${penalty.partyCode ? `（${penalty.partyCode}）` : ''}。`,
      `申请事项：强制执行行政处罚决定书（${decision.number}），${owed(account)}。`,
      `事实和理由：被申请人“${penalty.violationTitle ?? ''}”一案，处罚决定书于 ${decision.servedOn ?? ''} 送达，缴款期限到 ${decision.paymentDueOn ?? ''} 届满。被申请人在法定期限内没有申请行政复议或者提起行政诉讼（或者复议、诉讼已经终结），又不履行。本机关于 ${remindedOn} 送达催告书，催告期满仍未全部履行。`,
      ...(lateReason ? [`逾期申请的正当理由：${lateReason}。请予审查。`] : []),
      '所附材料：行政处罚决定书及事实、理由和依据；当事人的意见及催告情况；申请强制执行标的情况；法律、行政法规规定的其他材料。',
      `行政机关负责人：${signedBy}。`,
    ],
  };
}
