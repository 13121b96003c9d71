import type { ServiceTask } from '../marketplace.entity';
import { TASK_STATES } from '../task.flow';
import { METHODS } from './methods';

export interface StateWords {
  readonly zh: string;
  readonly en: string;
  readonly nextZh: string;
  readonly nextEn: string;
}

/** The state in the words of the method: one machine serves all six. */
export function stateWords(task: Pick<ServiceTask, 'state' | 'method' | 'bidRound' | 'pausedAt'>): StateWords {
  const row = TASK_STATES[task.state];
  if (task.state === 'published' && task.pausedAt) return { zh: '暂停（异议待答复）', en: 'Stopped (objection)', nextZh: '企业答复异议后恢复报价，截止时间顺延', nextEn: 'Bidding goes on after the answer; the deadline moves' };
  if (task.state === 'published' && METHODS[task.method].who === 'one') return { zh: '等待答复', en: 'Awaiting the answer', nextZh: '接受、婉拒或还价', nextEn: 'Accept, decline or counter' };
  if (task.state === 'published' && task.bidRound === 2) return { zh: '最终报价中', en: 'Final offers', nextZh: '首轮有效的机构在截止前密封最终报价', nextEn: 'Firms whose first offer stands seal a final one' };
  if (task.state === 'negotiating' && task.method === 'negotiation') return { zh: '磋商中', en: 'Negotiating', nextZh: '逐家磋商并记录，然后发起最终报价', nextEn: 'Talk to each bidder, record it, then call for final offers' };
  if (task.state === 'negotiating') return { zh: '首轮价格已公布', en: 'First prices shown', nextZh: '发起最终报价', nextEn: 'Call for final offers' };
  return row;
}
