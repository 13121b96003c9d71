import type { CreditRepair, CreditRepairWithdrawal } from '../credit-repair.entity';
import { eventWords } from '../about-event';

interface PaperFacts {
  readonly repair: Pick<CreditRepair, 'number' | 'eventTitle' | 'documentNo'>;
  readonly withdrawal: Pick<CreditRepairWithdrawal, 'falsehood' | 'intentNoticeId' | 'statement' | 'toldOn' | 'statementUntil'>;
  /** Number and day of the decision that is taken back. */
  readonly granted: { readonly number: string; readonly on: string } | null;
  readonly certificateNo: string | null;
  readonly reasons: string;
  readonly basis: string;
  /** How long no further application is taken. */
  readonly barMonths: number;
}

/** 撤销信用修复决定书: what was granted, what is false, what the party said, on what the decision rests and from when it acts. Pure. */
export function withdrawalParagraphs({ repair, withdrawal, granted, certificateNo, reasons, basis, barMonths }: PaperFacts): string[] {
  const event = eventWords(repair);
  return [
    `本机关${granted ? `于 ${granted.on} 作出信用修复决定（${granted.number}），` : '已'}准予你单位就“${event}”这条失信信息的信用修复申请（编号${repair.number ?? ''}）。`,
    `事实：经查，上述申请的材料存在虚假：${sentence(withdrawal.falsehood)}`,
    withdrawal.statement === null ? withdrawal.intentNoticeId === null ? '你单位在告知的期限内没有提出陈述申辩。' : `本机关于 ${withdrawal.toldOn ?? ''} 送达撤销信用修复事先告知书，你单位在告知的期限（${withdrawal.statementUntil ?? ''} 前）内没有提出陈述申辩。` : '你单位提出了陈述申辩，本机关已经复核。',
    `理由和依据：${sentence(reasons)}依据${basis}，决定撤销上述信用修复决定。`,
    `本决定自送达之日起生效：“${event}”这条失信信息恢复公示，重新计入环境信用得分和等级${certificateNo ? `；已出具的信用修复证明（${certificateNo}）作废` : ''}；虚假申请信用修复的情况记入信用记录并公示，${barMonths} 个月内不再受理你单位的信用修复申请。`,
  ];
}

const sentence = (text: string): string => (/[。！？]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`);
