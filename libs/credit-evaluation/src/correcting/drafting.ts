import type { Reckoned } from '@huanbao/credit';
import { systemActor } from '@huanbao/platform';
import type { CreditEvaluation, EvaluationResult } from '../evaluation.entity';
import { PENALTIES } from '../reporting/platform-records';
import { penaltyPrefill } from '../reporting/prefill-rules';
import type { Check, Level } from '../rules/answers';
import { INDICATORS } from '../rules/indicators';

const BY = { ...systemActor('credit-evaluation'), name: '系统' };
const CODE = INDICATORS.find(one => one.prefill === 'penalties')?.code ?? '';

interface Given {
  readonly last: Pick<EvaluationResult, 'readings'>;
  readonly now: readonly Reckoned[];
  readonly year: number;
  readonly levels: readonly Level[];
  readonly at: Date;
}

type Values = Pick<CreditEvaluation, 'prefills' | 'checks'>;

/**
 * The values a correction begins with: those that were published. The one that counts penalties is taken anew where it was what the platform had
 * counted; where an officer had judged otherwise, it stays for the officer who corrects. Pure.
 */
export function valuesOf({ prefills, checks }: Values, { last, now, year, levels, at }: Given): Values {
  const span = { from: `${year}-01-01`, to: `${year}-12-31` };
  const standing = (now[0]?.events ?? []).filter(one => PENALTIES.includes(one.type) && one.status !== 'revoked' && one.validFrom >= span.from && one.validFrom <= span.to);
  const [old, fresh] = [prefills[CODE], penaltyPrefill(standing.map(one => [one.title, one.documentNo].filter(Boolean).join('，')), span, levels)];
  const counted = last.readings.find(one => one.indicator === CODE);
  const followed = counted !== undefined && old?.score != null && counted.score === String(old.score) && old.score !== fresh.score;
  const check: Check = { verdict: 'change', value: { applies: true, measure: null, level: fresh.level, score: fresh.score }, reason: '所依据的信用记录有变化（撤销、变更或者新查明），按现在的信用记录取值', by: BY.userId, byName: BY.name, at: at.toISOString() };
  return { prefills: { ...prefills, [CODE]: fresh }, checks: followed ? { ...checks, [CODE]: check } : checks };
}
