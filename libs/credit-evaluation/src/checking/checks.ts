import type { Actor, FieldProblem } from '@huanbao/platform';
import type { IndicatorCheckDto, VoluntaryCheckDto } from '../dto';
import type { VoluntaryCheck, VoluntaryStep } from '../evaluation.entity';
import { answersWrong, checkReason, checkValue, voluntaryUnknown } from '../evaluation.errors';
import { fieldOf } from '../reporting/reporting.service';
import { type Check, type Level, valueFaults } from '../rules/answers';

const REASON_LENGTH = 4;

interface By {
  readonly actor: Actor;
  readonly now: Date;
  readonly levels: readonly Level[];
}

/** What an officer makes of indicators, checked word by word. @throws 400 naming each value that is wrong */
export function checksOf(items: readonly IndicatorCheckDto[], { actor, now, levels }: By): Record<string, Check> {
  const faults: FieldProblem[] = [];
  const checks = items.map((item, nth): [string, Check] => {
    const at = `/items/${nth}`;
    const field = fieldOf(item.indicator, `${at}/indicator`);
    const { verdict, applies = true, measure = null, level = null, score = null, reason = null } = item;
    const base = { by: actor.userId, byName: actor.name, at: now.toISOString() };
    if (verdict === 'accept') return [field.code, { ...base, verdict, value: null, reason }];
    if ((reason ?? '').length < REASON_LENGTH) throw checkReason(`${at}/reason`);
    const value = applies ? { applies, measure, level, score } : { applies, measure: null, level: null, score: null };
    faults.push(...valueFaults(value, field, { at, levels }));
    if (applies && measure === null && score === null) throw checkValue(at);
    return [field.code, { ...base, verdict, value, reason }];
  });
  if (faults.length > 0) throw answersWrong(faults);
  return Object.fromEntries(checks);
}

export function voluntaryChecksOf(given: readonly VoluntaryCheckDto[], steps: readonly VoluntaryStep[], byName: string): Record<string, VoluntaryCheck> {
  return Object.fromEntries(given.map(({ nth, accepted, reason = null }, place) => {
    if (!steps[nth]) throw voluntaryUnknown(`/voluntary/${place}/nth`);
    if (!accepted && (reason ?? '').length < REASON_LENGTH) throw checkReason(`/voluntary/${place}/reason`);
    return [String(nth), { accepted, reason, byName }];
  }));
}
