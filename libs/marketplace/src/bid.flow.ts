import type { BidState } from './marketplace.entity';

interface BidStep {
  readonly name: string;
  readonly from: readonly BidState[];
  readonly to: BidState;
  readonly zh: string;
  /** Policy action; null for what the opening does to all bids at once. */
  readonly by: string | null;
  readonly basis: string;
}

/** What becomes of one sealed bid. Only one bid of a firm is in hand at a time. */
export const BID_STATES: Readonly<Record<BidState, string>> = {
  sealed: '已密封', superseded: '已被替换', withdrawn: '已撤回', opened: '已开启', unreadable: '未能开启',
};

export const BID_STEPS: readonly BidStep[] = [
  { name: 'replace', from: ['sealed'], to: 'superseded', zh: '截止前提交新的报价', by: 'task.bid', basis: '招标投标法 第二十九条（参照：截止前可以修改）' },
  { name: 'withdraw', from: ['sealed'], to: 'withdrawn', zh: '截止前撤回', by: 'task.bid', basis: '招标投标法 第二十九条（参照：截止前可以撤回）' },
  { name: 'open', from: ['sealed'], to: 'opened', zh: '开标', by: 'task.open', basis: '招标投标法 第三十六条（参照：当众拆封、宣读）' },
  { name: 'fail-to-open', from: ['sealed'], to: 'unreadable', zh: '开标时无法解密或与回执不符', by: 'task.open', basis: '招标投标法 第三十六条（参照：检查密封情况）' },
  { name: 'final-counts', from: ['opened'], to: 'superseded', zh: '最终报价开启后以最终报价为准', by: null, basis: '财库〔2014〕214 号 第二十一条' },
  { name: 'drop-out', from: ['opened'], to: 'withdrawn', zh: '磋商中没有有效的最终报价', by: null, basis: '财库〔2014〕214 号 第二十二条' },
];
