import { repeatedLines } from './sheet-rows';

const row = (line: number, over: object = {}) => ({ line, row: { place: 'DW001', pollutant: 'COD', sampledAt: '2026-11-25 09:00', value: '20', ...over } });

describe('lines that say the same place, pollutant and time again', () => {
  it.each<[string, ReturnType<typeof row>[], number[]]>([
    ['one line', [row(3)], []],
    ['twice the same', [row(3), row(4)], [4]],
    ['twice with another value', [row(3), row(4, { value: '21' })], [4]],
    ['three times', [row(3), row(4), row(7)], [4, 7]],
    ['another minute', [row(3), row(4, { sampledAt: '2026-11-25 09:01' })], []],
    ['another pollutant', [row(3), row(4, { pollutant: 'BOD5' })], []],
    ['another place', [row(3), row(4, { place: 'DW002' })], []],
    ['by hand and by device', [row(3), row(4, { method: 'auto' })], []],
    ['the same instant written otherwise', [row(3), row(4, { sampledAt: '2026-11-25T01:00:00Z' })], [4]],
    ['times that cannot be read', [row(3, { sampledAt: '昨天' }), row(4, { sampledAt: '昨天' }), row(5, { sampledAt: undefined })], []],
  ])('%s', (_name, lines, expected) => expect([...repeatedLines(lines).keys()]).toEqual(expected));

  it('names the line it repeats', () => expect(repeatedLines([row(3), row(5)]).get(5)?.zh).toContain('第 3 行'));
});
