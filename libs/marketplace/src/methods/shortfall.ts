import { Method, METHODS, Proceeding, Regime, ShortStep, Words } from './methods';
import { rowOf } from './periods';

/** What is known of a procurement at its deadline. */
export interface AtDeadline {
  readonly method: Method;
  readonly regime: Regime;
  readonly round: 1 | 2;
  readonly bids: number;
  /** Fixed at the publication. */
  readonly fewest: number;
}

/** `close`: the bids may be opened; `short`: too few, the enterprise decides what the law leaves it; `fail`: nothing to open. */
export function verdictAtDeadline({ method, round, bids, fewest }: AtDeadline): 'close' | 'short' | 'fail' {
  const { final } = METHODS[method];
  // who made no final offer in a price competition stands by the first one: there is always something to open
  if (round === 2 && final?.without === 'first-stands') return 'close';
  if (bids === 0) return 'fail';
  return bids < fewest ? 'short' : 'close';
}

export interface ShortOption extends Words {
  readonly step: ShortStep;
  readonly needs: Proceeding | 'nothing';
}

const NEEDS: Readonly<Record<Proceeding, Words>> = {
  no: { zh: '', en: '' },
  reason: { zh: '家数不足也开标，写明理由', en: 'Open with fewer bids, giving the reason' },
  approval: { zh: '经批准后继续：填写批准文号和理由', en: 'Go on with an approval: its number and the reason' },
  'approval-second-time': { zh: '重新招标后仍不足的，经批准后继续：填写批准文号和理由', en: 'After a second tender, go on with an approval' },
};

/**
 * What the law leaves to the enterprise when too few have bid, the first being the plain way.
 * @param shortfalls former announcements that failed for too few bids: one that was cancelled or ended otherwise is no failed tender (招标投标法 第二十八条)
 */
export function shortOptions({ method, regime, shortfalls }: { method: Method; regime: Regime; shortfalls: number }): ShortOption[] {
  const row = rowOf(method, regime);
  const may = row.proceed === 'approval-second-time' ? shortfalls > 0 : row.proceed !== 'no';
  return [
    ...(row.prolong ? [{ step: 'prolong' as const, needs: 'nothing' as const, zh: '延长征集：已密封的报价继续有效，也可以替换', en: 'Prolong: sealed bids stay and may be replaced' }] : []),
    { step: 'again', needs: 'nothing', zh: '本次作废，重新组织一次：已收到的密封报价不开启', en: 'End this one and begin anew: the sealed bids are not opened' },
    ...(may ? [{ step: 'proceed' as const, needs: row.proceed, ...NEEDS[row.proceed] }] : []),
  ];
}
