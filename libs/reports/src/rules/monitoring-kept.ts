import type { Row } from '@huanbao/permits';
import type { MonitoringFacts } from '@huanbao/records';
import { pollutantWords } from '../form/choices';
import { rowsIn, textIn } from '../form/form';
import { numberIn } from './numbers';
import type { Finding, findingOf, RuleContext } from './rule';

type Say = ReturnType<typeof findingOf>;

/** A row of the report beside the line of the plan it speaks of. */
interface Compared {
  readonly row: Row;
  readonly at: string;
  readonly name: string;
  readonly line: MonitoringFacts | undefined;
  readonly isExplained: boolean;
}

/** What counts as an explanation, in characters. */
export const LEAST_WORDS = 4;

const nameOf = (place: string, pollutant: string): string => `${place} ${pollutantWords(pollutant)}`;
const isOf = (row: Row, line: MonitoringFacts): boolean => textIn(row, 'place') === line.place && textIn(row, 'pollutant') === line.pollutant;
/** Nothing to say of a line whose periods are too short or stood (停运免测), unless it was measured. */
const isDemanded = (line: MonitoringFacts): boolean => line.method === 'auto' || line.planned > 0 || line.done > 0;

/** Each line of the permit's plan has its row: what was deleted is missed. */
export function plannedLines({ report, records }: RuleContext, say: Say): Finding[] {
  const rows = rowsIn(report.monitoring, 'results');
  return records.monitoring.filter(line => isDemanded(line) && !rows.some(row => isOf(row, line))).map(line => say({
    level: 'E', pointer: '/monitoring/results', actual: `没有 ${nameOf(line.place, line.pollutant)}`, expected: line.method === 'auto' ? '许可证监测方案要求自动监测' : `许可证监测方案应测 ${line.planned} 次，平台留存 ${line.done} 次`,
    zh: `监测方案里的 ${nameOf(line.place, line.pollutant)} 没有列入，请补上这一行；没有监测的也要列出并说明`, en: `The plan’s line ${line.place} ${line.pollutant} is left out. Add it, also where nothing was measured.`,
  }));
}

/** Each row against the plan and the results that are kept; where the permit has no such line, against itself. */
export function resultRows({ report, records }: RuleContext, say: Say): Finding[] {
  return rowsIn(report.monitoring, 'results').flatMap((row, index) => {
    const [place, pollutant, method] = [textIn(row, 'place'), textIn(row, 'pollutant'), textIn(row, 'method')];
    const lines = records.monitoring.filter(line => isOf(row, line));
    const compared = { row, at: `/monitoring/results/${index}`, name: nameOf(place, pollutant), line: lines.find(one => one.method === method) ?? lines[0], isExplained: textIn(row, 'explanation').trim().length >= LEAST_WORDS };
    return compared.line?.method === 'manual' ? byHand(compared, compared.line, say) : method === 'manual' ? gap(compared, { planned: numberIn(row, 'planned')?.toNumber() ?? 0, done: numberIn(row, 'done')?.toNumber() ?? null }, say) : [];
  });
}

function byHand(compared: Compared, line: MonitoringFacts, say: Say): Finding[] {
  const { row, at, name, isExplained } = compared;
  const [planned, done] = [numberIn(row, 'planned')?.toNumber() ?? null, numberIn(row, 'done')?.toNumber() ?? null];
  const found: Finding[] = [];
  if (textIn(row, 'method') !== 'manual') found.push(say({ level: 'E', pointer: `${at}/method`, actual: '自动', expected: '许可证监测方案为手工监测', zh: `${name}按许可证是手工监测，请改为“手工”`, en: 'The permit demands monitoring by hand. Choose “by hand”.' }));
  if (planned === null ? line.planned > 0 : planned < line.planned) found.push(say({ level: 'E', pointer: `${at}/planned`, actual: planned === null ? '空' : `${planned} 次`, expected: `按许可证监测方案应测 ${line.planned} 次`, zh: `${name}的应测次数少于许可证的监测方案，请按方案填写；停产免测的先在“停产”里报告`, en: 'Fewer than the plan of the permit demands. Enter what it demands.' }));
  if (done === null && line.planned > 0) found.push(say({ level: 'E', pointer: `${at}/done`, actual: '空', expected: `平台留存 ${line.done} 次`, zh: `请填写${name}的实测次数，没有监测的填 0 并说明`, en: 'Enter how often it was measured; 0 where it was not, and say why.' }));
  // An explained claim goes with the report as a question that officers see: monitored elsewhere, the original in the attachments.
  if (done !== null && done > line.done) found.push(say({ level: isExplained ? 'W' : 'E', pointer: `${at}/done`, actual: `${done} 次`, expected: `平台留存 ${line.done} 次结果`, zh: `${name}的实测次数多于平台留存的监测结果；请先录入结果，在别处监测的在本行说明并附上检测报告`, en: 'More than the results kept here. Enter them first; what was measured elsewhere is explained here, with its report attached.' }));
  return [...found, ...gap(compared, { planned: Math.max(planned ?? 0, line.planned), done: Math.min(done ?? line.done, line.done), missing: line.missing }, say)];
}

/** Several results of one month do not make up for another without any: the periods count, not the sum. */
function gap({ at, name, isExplained }: Compared, { planned, done, missing = 0 }: { planned: number; done: number | null; missing?: number }, say: Say): Finding[] {
  if (isExplained || done === null || (done >= planned && missing === 0)) return [];
  return [say({ level: 'E', pointer: `${at}/explanation`, actual: `应测 ${planned} 次，实测 ${done} 次${done >= planned ? `，有 ${missing} 个周期没有结果` : ''}，没有说明`, expected: '次数不少于监测方案，缺测有说明', zh: `${name}缺测，请说明原因和补救`, en: 'Less often than the plan demands. Say why and what follows.' })];
}
