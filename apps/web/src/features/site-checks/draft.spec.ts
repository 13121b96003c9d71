import { describe, expect, it } from 'vitest';
import { answered, draftOf, newDraft, onDevice, reportOf, waiting } from './draft';

describe('the draft of a site check', () => {
  it('is begun anew where nothing lies there', () => {
    expect(draftOf(null, true).answers).toEqual({});
    expect(draftOf(null, true).clientId).not.toBe(draftOf(null, true).clientId);
  });

  it('knows which photos are only on the device, and asks no more for a place after the page was closed', () => {
    const photo = (clientId: string, over: object = {}) => ({ clientId, itemKey: 'a', capturedAt: '2026-11-25T03:00:00Z', ...over });
    const refused = { refused: { zh: '', en: '' } };
    const draft = { ...newDraft(), photos: [photo('p1'), photo('p2', { fileId: 'f' }), photo('p3', { lost: true }), photo('p4', { placing: true }), photo('p5', refused)] };
    expect(waiting(draft).map(one => one.clientId)).toEqual(['p1']);
    expect(waiting(draftOf(draft, false)).map(one => one.clientId)).toEqual(['p1']);
    expect(waiting(draftOf(draft, true)).map(one => one.clientId)).toEqual(['p1', 'p4']);
    expect(onDevice(draft.photos).map(one => one.clientId)).toEqual(['p1', 'p4', 'p5']);
  });

  it('counts a no only with what was found, and sends each item once with the same id', () => {
    const draft = { ...newDraft(), conclusion: 'conforms' as const, answers: { a: { answer: 'yes' as const }, b: { answer: 'no' as const }, c: { answer: 'no' as const, note: '无标志牌' } } };
    expect(answered(['a', 'b', 'c', 'd'], draft)).toBe(2);
    const [first, again] = [reportOf(['a', 'c'], draft, '2026-11-25T03:00:00Z'), reportOf(['a', 'c'], draft, '2026-11-25T03:00:00Z')];
    expect(first).toEqual(again);
    expect(first).toMatchObject({ clientId: draft.clientId, answers: [{ key: 'a', answer: 'yes' }, { key: 'c', answer: 'no', note: '无标志牌' }] });
  });
});
