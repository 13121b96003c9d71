import { deliverableKind, DELIVERABLE_KINDS, DeliverableKind } from './kinds';

describe('what an accepted deliverable is', () => {
  it.each<[string | null, 'consulting' | 'testing' | 'engineering' | 'disposal', 'construction' | 'operation' | 'closure', DeliverableKind]>([
    ['eia-report', 'consulting', 'construction', 'eia'], ['eia-form', 'consulting', 'construction', 'eia'], ['self-monitoring', 'testing', 'operation', 'monitoring'], ['ldar', 'testing', 'operation', 'monitoring'],
    [null, 'testing', 'operation', 'monitoring'], [null, 'testing', 'closure', 'survey'], ['acceptance-monitoring', 'testing', 'construction', 'survey'], ['permit-renewal', 'consulting', 'operation', 'permit'],
    ['vocs-treatment', 'engineering', 'operation', 'engineering'], ['sludge', 'disposal', 'operation', 'disposal'], [null, 'consulting', 'operation', 'other'], ['a-new-one', 'testing', 'operation', 'survey'],
  ])('%s, %s, %s: %s', (serviceCode, kind, stage, expected) => {
    expect(deliverableKind({ serviceCode, kind, stage })).toBe(expected);
  });

  it('has words for each kind', () => {
    for (const { zh, en } of Object.values(DELIVERABLE_KINDS)) expect(zh.length > 1 && en.length > 3).toBe(true);
  });
});
