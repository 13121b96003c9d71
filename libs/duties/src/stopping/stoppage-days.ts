import { addDays } from '@huanbao/calendar';
import type { AppError } from '@huanbao/platform';
import { stoppageDays } from '../duties.errors';
import { type DatedValue, valueOn } from '../engine/reference';

interface Asked {
  readonly kind: 'planned' | 'unplanned';
  readonly fromOn: string;
  readonly toOn?: string;
}

interface At {
  readonly permit: { readonly validFrom: string; readonly validTo: string; readonly status: string };
  readonly today: string;
  /** The bureau's own rows; those that ship when left out. */
  readonly values?: readonly DatedValue[];
}

/** What is wrong with the days of a stoppage, with the mend; null when nothing is. The past is not opened again. Pure. */
export function dayFault({ kind, fromOn, toOn }: Asked, { permit, today, values }: At): AppError | null {
  if (toOn !== undefined && toOn < fromOn) return stoppageDays('/toOn', '结束日期早于开始日期，请核对', 'It ends before it begins. Check the days.');
  if (permit.status !== 'valid') return stoppageDays('/fromOn', '许可证已经终止，不需要再报告停产', 'The permit has ended: nothing is to be reported.');
  if (fromOn < permit.validFrom) return stoppageDays('/fromOn', `许可证自 ${permit.validFrom} 起有效，停产从这天或之后开始`, `The permit holds since ${permit.validFrom}.`);
  if (fromOn > permit.validTo) return stoppageDays('/fromOn', `许可证 ${permit.validTo} 到期，请填到期以前的日期`, `The permit ends on ${permit.validTo}.`);
  if (kind === 'unplanned' && fromOn > today) return stoppageDays('/fromOn', '还没有发生的停产请选“计划停产”', 'A stoppage still to come is a planned one.');
  if (kind === 'planned' && fromOn < today) return stoppageDays('/fromOn', `已经开始的停产请选“临时停产”；计划停产从 ${today} 或之后开始`, `One that has begun is an unplanned one; a planned one begins on ${today} or later.`);
  const back = addDays(today, -Number(valueOn('stoppage.back-days', today, values).value));
  if (fromOn < back) return stoppageDays('/fromOn', `最早可以从 ${back} 起报告；更早的停产不改变已经过去的事项，请在执行报告里说明`, `It can be reported from ${back} on; an earlier one changes nothing of the past: say it in the execution report.`);
  if (fromOn > addDays(today, 366)) return stoppageDays('/fromOn', '最多提前一年报告停产', 'Report it at most a year ahead.');
  return null;
}
