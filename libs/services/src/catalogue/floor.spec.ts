import { floorOf } from './floor';

const asks = (...kinds: string[]) => kinds.map(kind => ({ anyOf: [{ kind, scope: ['噪声'] }] }));

describe('what work needs that names no service', () => {
  it.each([
    ['every service asks for one: any of them', [asks('CMA'), asks('运维')], [{ anyOf: [{ kind: 'CMA' }, { kind: '运维' }] }]],
    ['the same one once, and without its scope', [asks('CMA'), asks('CMA', '运维')], [{ anyOf: [{ kind: 'CMA' }, { kind: '运维' }] }]],
    ['one that asks for nothing', [asks('CMA'), []], []],
    ['no service at all', [], []],
  ])('%s', (_what, requirements, floor) => expect(floorOf(requirements)).toEqual(floor));
});
