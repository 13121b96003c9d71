import { describe, expect, it } from 'vitest';
import { answered, dropDraft, keepDraft, newDraft, readDraft, reportOf, waiting } from './draft';

const memory = (): Storage => {
  const kept = new Map<string, string>();
  return { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => void kept.set(k, v), removeItem: (k: string) => void kept.delete(k) } as unknown as Storage;
};

describe('the draft of a site check', () => {
  it('survives on the device with its id, until it is sent', () => {
    const storage = memory();
    const draft = { ...newDraft(), findings: '采样孔缺失' };
    keepDraft('c1', draft, storage);
    expect(readDraft('c1', storage)).toEqual(draft);
    expect(readDraft('c2', storage).clientId).not.toBe(draft.clientId);
    dropDraft('c1', storage);
    expect(readDraft('c1', storage).findings).toBe('');
  });

  it('is begun anew when what lies there is broken', () => {
    const storage = memory();
    storage.setItem('hb.site-check.c1', '{broken');
    expect(readDraft('c1', storage).answers).toEqual({});
  });

  it('knows which photos are only on the device, and asks no more for a place after the page was closed', () => {
    const storage = memory();
    const photo = (clientId: string, over: object = {}) => ({ clientId, itemKey: 'a', capturedAt: '2026-11-25T03:00:00Z', ...over });
    const draft = { ...newDraft(), photos: [photo('p1'), photo('p2', { fileId: 'f' }), photo('p3', { lost: true }), photo('p4', { placing: true })] };
    expect(waiting(draft).map(one => one.clientId)).toEqual(['p1']);
    keepDraft('c1', draft, storage);
    expect(waiting(readDraft('c1', storage)).map(one => one.clientId)).toEqual(['p1', 'p4']);
  });

  it('counts a no only with what was found, and sends each item once with the same id', () => {
    const draft = { ...newDraft(), conclusion: 'conforms' as const, answers: { a: { answer: 'yes' as const }, b: { answer: 'no' as const }, c: { answer: 'no' as const, note: '无标志牌' } } };
    expect(answered(['a', 'b', 'c', 'd'], draft)).toBe(2);
    const [first, again] = [reportOf(['a', 'c'], draft, '2026-11-25T03:00:00Z'), reportOf(['a', 'c'], draft, '2026-11-25T03:00:00Z')];
    expect(first).toEqual(again);
    expect(first).toMatchObject({ clientId: draft.clientId, answers: [{ key: 'a', answer: 'yes' }, { key: 'c', answer: 'no', note: '无标志牌' }] });
  });
});
