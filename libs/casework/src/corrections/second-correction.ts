import { Json, placeOf, sameJson, valueAt } from './snapshot';

/**
 * 一次性告知 (行政许可法 第三十二条第四项): what is wrong must be told all at once. A later demand on content that lay before
 * the bureau in the same form when the previous round was opened needs a supervisor's reason. Pure.
 *
 * @param previous the form when the previous round was opened; null for a first round
 * @param current the form now
 * @returns the demanded pointers whose content has not changed since; empty when no reason is needed
 */
export function unchangedDemands(previous: Json | null, current: Json, pointers: readonly string[]): string[] {
  if (previous === null) return [];
  return pointers.filter(pointer => {
    const place = placeOf(current, pointer);
    return sameJson(valueAt(previous, place), valueAt(current, place));
  });
}

/** Whether a round with these demands needs a supervisor's reason. */
export function secondCorrectionNeedsReason(previous: Json | null, current: Json, pointers: readonly string[]): boolean {
  return unchangedDemands(previous, current, pointers).length > 0;
}
