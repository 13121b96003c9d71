import { evaluationMachine } from '../evaluation.machine';
import { furthest, type Place } from './furthest';

const at = (state: string | null, removed = false): Place => ({ state, removed });

describe('which of two evaluations of one enterprise stays', () => {
  it.each<[string, Place, Place, 'known' | 'verified']>([
    ['between equals the verified one’s', at('checking'), at('checking'), 'verified'],
    ['both only listed', at(null), at(null), 'verified'],
    ['listed before it was announced, and announced', at(null), at('reporting'), 'verified'],
    ['the known one is further', at('reviewed'), at('reporting'), 'known'],
    ['the verified one is further', at('reporting'), at('reviewed'), 'verified'],
    ['an objection is heard after the publicity began', at('objection'), at('publicity'), 'known'],
    ['published goes before approved', at('published'), at('approved'), 'known'],
    ['who was taken off stays off as long as nothing else is there', at('published'), at('dropped', true), 'known'],
    ['taken off before it had a case', at(null), at(null, true), 'known'],
    ['both taken off', at('dropped', true), at(null, true), 'verified'],
  ])('%s', (_, known, verified, kept) => expect(furthest(known, verified)).toBe(kept));

  it('knows every state of the machine', () => {
    for (const state of Object.keys(evaluationMachine.states).filter(one => one !== 'dropped')) expect(furthest(at(state), at('dropped', true))).toBe('known');
  });
});
