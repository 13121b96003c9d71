import type { Db } from '@huanbao/platform';
import Decimal from 'decimal.js';
import { Bid, type Reason, type ServiceTask } from '../marketplace.entity';
import { METHODS } from './methods';

/** Whether the opening that comes is that of the first of two rounds. */
export const opensFirst = (task: ServiceTask): boolean => METHODS[task.method].final !== null && task.bidRound === 1;

/** Why a final offer cannot stand: in a price competition nobody goes above its own first price. */
export async function finalProblem(db: Db, task: ServiceTask, offer: { firmId: string; priceYuan: string }): Promise<Reason | null> {
  if (task.bidRound !== 2 || !METHODS[task.method].final?.notAboveFirst) return null;
  const first = await db.repo(Bid).findOneBy({ taskId: task.id, firmId: offer.firmId, sealedRound: 1, state: 'opened' });
  if (!first?.priceYuan || new Decimal(offer.priceYuan).lte(first.priceYuan)) return null;
  return { zh: `最终报价高于本机构首轮报价 ${first.priceYuan} 元，按首轮报价计`, en: `The final price is above the firm’s first price of CNY ${first.priceYuan}: the first one counts` };
}

/** After the final opening one offer of each firm counts: the final one, or the first where the method lets it stand. */
export async function settleRounds(db: Db, task: ServiceTask, at: Date): Promise<void> {
  const { final } = METHODS[task.method];
  if (!final || task.bidRound !== 2) return;
  const finals = await db.repo(Bid).findBy({ taskId: task.id, sealedRound: 2, state: 'opened' });
  const counting = new Set(finals.filter(bid => bid.eligible).map(bid => bid.firmId));
  for (const first of await db.repo(Bid).findBy({ taskId: task.id, sealedRound: 1, state: 'opened' })) {
    if (counting.has(first.firmId)) await db.repo(Bid).update({ id: first.id }, { state: 'superseded', endedAt: at, endedReason: '以最终报价为准' });
    else if (final.without === 'out') await db.repo(Bid).update({ id: first.id }, { state: 'withdrawn', endedAt: at, endedReason: '没有有效的最终报价，视为退出' });
  }
}
