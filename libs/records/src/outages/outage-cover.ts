import { shanghaiDate } from '@huanbao/platform';
import { pollutantTitle } from '../monitoring/words';
import { needOf, type SampleNeed, sumOf } from './outage-gaps';
import type { OutageLine } from './outage-lines';
import { type Cover, coverOf, type LineCover } from '../cover/cover';

/** A sample by hand that holds. */
export interface TakenSample {
  readonly place: string;
  readonly pollutant: string;
  readonly at: Date;
  readonly enteredAt: Date;
}

/** What a line needs, with the samples that were taken. */
export const needOfLine = (line: OutageLine, taken: readonly Date[]): SampleNeed => sumOf(line.intervals.map(one => needOf(one, taken, line.hours)));

/** Whether the times without the device were sampled by hand: no stretch is longer than its line allows. Pure. */
export function outageCover(lines: readonly OutageLine[], samples: readonly TakenSample[]): Cover {
  const entered: Date[] = [];
  return coverOf(lines.map(line => lineCover(line, samples.filter(one => one.place === line.place && one.pollutant === line.pollutant && isWithin(line, one.at)), entered)), entered);
}

const isWithin = (line: OutageLine, at: Date): boolean => line.intervals.some(one => at >= one.from && at <= one.to);

function lineCover(line: OutageLine, own: readonly TakenSample[], entered: Date[]): LineCover {
  const { needed, missing } = needOfLine(line, own.map(one => one.at));
  const at = missing === 0 ? coveredAt(line, own) : undefined;
  if (at) entered.push(at);
  const title = pollutantTitle(line.pollutant);
  return {
    key: `outage|${line.place}|${line.pollutant}`, title: { zh: `${line.place} ${title.zh}（故障期间手工）`, en: `${line.place} ${title.en} (by hand during the failure)` }, frequency: 'outage',
    needed, done: needed - missing, days: [...new Set(own.map(one => shanghaiDate(one.at)))].sort(),
  };
}

/** When the last sample was entered that was still needed: of those in the order they were entered, the first that leaves nothing missing. */
function coveredAt(line: OutageLine, own: readonly TakenSample[]): Date | undefined {
  const inOrder = [...own].sort((a, b) => a.enteredAt.getTime() - b.enteredAt.getTime());
  let [low, high] = [0, inOrder.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (needOfLine(line, inOrder.slice(0, middle + 1).map(one => one.at)).missing === 0) high = middle;
    else low = middle + 1;
  }
  return inOrder[low]?.enteredAt;
}
