import { addDays } from '@huanbao/calendar';
import { type OutageLine, pollutantTitle } from '@huanbao/records';
import type { DutyInput, PlannedDuty } from './duty';
import { overlap, periodsIn, type Span } from './periods';
import { valueOn } from './reference';
import { heldSpan } from './reports';

const PREFIX = 'outage:';

/** Whether a duty of self-monitoring is about a failure of automatic monitoring. */
export const isOutageDuty = (key: string): boolean => key.startsWith(PREFIX);

/** What was to be sampled by hand while automatic monitoring failed: one duty for each month with such a time (条例 art. 19, 20). */
export function outageDuties(input: DutyInput): PlannedDuty[] {
  const linesIn = input.outages;
  if (!linesIn) return [];
  const held = heldSpan(input);
  return periodsIn('month', held).flatMap(whole => {
    const span = overlap(whole, held) as Span;
    const lines = linesIn(span);
    if (lines.length === 0) return [];
    const needed = lines.reduce((sum, one) => sum + one.needed, 0);
    const month = whole.from.slice(0, 7);
    const entry = valueOn('monitoring.entry-days', span.to, input.values);
    return [{
      key: `${PREFIX}${whole.from}`, kind: 'monitoring' as const, rhythm: 'month' as const, period: span, dueOn: addDays(whole.to, Number(entry.value)),
      title: { zh: `自动监测故障期间手工监测（${month}）：至少 ${needed} 次`, en: `By hand while automatic monitoring fails (${month}): at least ${needed} samples` }, content: contentOf(lines),
      legalBasis: `《排污许可管理条例》第十九条、第二十条；故障期间每天不少于 4 次、间隔不超过 6 小时（HJ 819-2017，待核）；截止日：${entry.legalBasis}`, verified: false, provisional: false, isDayOff: false, excuse: null,
    }];
  });
}

function contentOf(lines: readonly OutageLine[]): PlannedDuty['content'] {
  const said = lines.map(({ place, pollutant, hours }) => {
    const { zh, en } = pollutantTitle(pollutant);
    return { zh: `${place} ${zh}：相邻两次不超过 ${hours} 小时`, en: `${place} ${en}: no more than ${hours} hours apart` };
  });
  return { zh: `${said.map(one => one.zh).join('；')}。录入手工监测结果后自动核对。`, en: `${said.map(one => one.en).join('; ')}. Looked at by itself once the results are entered.` };
}
