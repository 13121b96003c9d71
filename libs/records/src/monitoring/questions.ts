import Decimal from 'decimal.js';
import type { FieldProblem } from '@huanbao/platform';
import type { LimitOfDay } from './compliance.types';
import type { ReportedValue } from './value';

interface Asked {
  readonly value: string;
  readonly reported: ReportedValue;
  readonly limit: LimitOfDay | null;
  readonly before: readonly string[];
  readonly sampleReused: boolean;
}

/** So far from what is usual that a wrong unit (g for mg, μg for mg) is likelier than the value. */
const FAR = 100;

/**
 * What is possible but most likely a slip. It is asked, not refused: whoever is sure sends the code in `confirmed`, and
 * it stays beside the result.
 */
export function questionsOf({ value, reported, limit, before, sampleReused }: Asked): FieldProblem[] {
  const questions: FieldProblem[] = [];
  const usual = median(before);
  const [reference, name] = usual && !usual.isZero() ? [usual, '以往结果的中位数'] as const : [limit ? new Decimal(limit.value) : undefined, '许可限值'] as const;
  if (reference && !reference.isZero() && !reported.belowDetection) {
    const ratio = new Decimal(value).div(reference);
    if (ratio.gte(FAR)) questions.push(slip(`是${name} ${reference.toFixed()} 的 ${ratio.toDecimalPlaces(0).toFixed()} 倍`, 'far above what is usual'));
    else if (usual && !usual.isZero() && ratio.gt(0) && ratio.mul(FAR).lte(1)) questions.push(slip(`不到${name} ${reference.toFixed()} 的百分之一`, 'far below what is usual'));
  }
  if (sampleReused) questions.push({ pointer: '/sampleNo', code: 'sample-reused', zh: '这个样品编号在别的时间或点位用过，请核对；确实是同一样品的，请确认', en: 'This sample number was used for another time or place. Check it, or confirm it.' });
  return questions;
}

const slip = (zh: string, en: string): FieldProblem => ({
  pointer: '/value', code: 'unit-slip', zh: `这个值${zh}，像是单位填错（如 g 与 mg、mg 与 μg）；请核对数值和单位，确实如此的请确认`, en: `This value is ${en}: the unit looks wrong. Check it, or confirm it.`,
});

function median(values: readonly string[]): Decimal | undefined {
  const sorted = values.map(value => new Decimal(value)).sort((a, b) => a.cmp(b));
  return sorted[Math.floor(sorted.length / 2)];
}
