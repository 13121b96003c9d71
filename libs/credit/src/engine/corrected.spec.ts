import { correctedLedger } from './corrected';
import { changesByEvent, type Ledger, type LedgerChange, type LedgerEvent, statusOn } from './ledger';

const SINCE = '2026-03-05T00:00:00.000Z';
const DAY = '2025-12-31';
const event = (key: string, over: Partial<LedgerEvent> = {}): LedgerEvent => ({
  key, type: 'fine', severity: 'general', title: key, legalBasis: '', evidenceFileId: null, indicator: null, measure: null, score: null, points: null, occurredOn: '2025-06-01', validFrom: '2025-06-01', validUntil: null, recordedAt: '2025-06-02T00:00:00.000Z', ...over,
});
const word = (eventKey: string, status: LedgerChange['status'], effectiveOn: string, recordedAt = '2026-06-01T00:00:00.000Z'): LedgerChange => ({ key: `${eventKey}:${status}:${effectiveOn}`, eventKey, status, effectiveOn, recordedAt });
const lowered = event('lowered', { validFrom: '2026-06-01', replaces: 'fine', recordedAt: '2026-06-01T00:00:00.000Z' });
const gaveWay = word('fine', 'revoked', '2026-06-01');

/** What counts on the last day of the year. */
const on = (ledger: Ledger, knownUntil: string | null = null): Record<string, string | null> => {
  const { events, changes } = correctedLedger(ledger, { since: SINCE, knownUntil });
  const words = changesByEvent(changes);
  return Object.fromEntries(events.map(one => [one.key, statusOn(one, null, { changes: words.get(one.key) ?? [], day: DAY })]));
};

describe('the ledger of a day that is over', () => {
  it.each<[string, Ledger, Record<string, string | null>]>([
    ['an event that was revoked from its first day', { events: [event('fine')], changes: [word('fine', 'revoked', '2025-06-01')] }, { fine: 'revoked' }],
    ['an event that was repaired later', { events: [event('fine')], changes: [word('fine', 'repaired', '2026-06-01')] }, { fine: 'active' }],
    ['a fine that was lowered later stands on the day of the first', { events: [event('fine'), lowered], changes: [gaveWay] }, { lowered: 'active' }],
    ['what was said of the first holds for the second', { events: [event('fine'), lowered], changes: [gaveWay, word('fine', 'repaired', '2025-11-01'), word('lowered', 'repaired', '2026-06-01')] }, { lowered: 'repaired' }],
    ['lowered, then revoked altogether', { events: [event('fine'), lowered], changes: [gaveWay, word('fine', 'revoked', '2025-06-01'), word('lowered', 'revoked', '2026-06-01')] }, { lowered: 'revoked' }],
    ['lowered twice', { events: [event('fine'), lowered, event('again', { validFrom: '2026-08-01', replaces: 'lowered', recordedAt: '2026-08-01T00:00:00.000Z' })], changes: [gaveWay, word('lowered', 'revoked', '2026-08-01')] }, { again: 'active' }],
    ['lowered within the year was known and stays as it was', { events: [event('fine'), event('lowered', { validFrom: '2025-09-01', replaces: 'fine', recordedAt: '2025-09-01T00:00:00.000Z' })], changes: [word('fine', 'revoked', '2025-09-01')] }, { fine: 'revoked', lowered: 'active' }],
  ])('%s', (_, ledger, expected) => expect(on(ledger)).toEqual(expected));

  it('says what was known when the result was reckoned', () => {
    const ledger = { events: [event('fine'), lowered], changes: [gaveWay, word('fine', 'revoked', '2025-06-01')] };
    expect(on(ledger, SINCE)).toEqual({ fine: 'active' });
  });
});
