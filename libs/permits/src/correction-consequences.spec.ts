import { placesToMend } from './correction-consequences';

const at = (ruleId: string, pointer: string, level: 'E' | 'W' = 'E') => ({ ruleId, pointer, level });

describe('what a correction opens beside what it names', () => {
  it.each<[string, ReturnType<typeof at>[], string[]]>([
    ['a table where a row is wrong', [at('C1', '/air-limits/limits/3/outletCode')], ['/air-limits/limits']],
    ['a field', [at('C13', '/basic/eiaDate')], ['/basic/eiaDate']],
    ['where it is mended', [at('C10', '/air-outlets/outlets/4/pollutants')], ['/air-outlets/outlets', '/self-monitoring/plan']],
    ['each once', [at('C10', '/air-outlets/outlets/4/pollutants'), at('C11', '/self-monitoring/plan/2/method')], ['/air-outlets/outlets', '/self-monitoring/plan']],
    ['nothing for a warning', [at('C9', '/air-totals/plantTotals/0/year1T', 'W')], []],
  ])('%s', (_name, findings, due) => expect(placesToMend(findings)).toEqual(due));
});
