import { describe, expect, it } from 'vitest';
import { setDraftOwner } from '@/shared/form/draft';
import { DeviceDraft, deviceDraft } from './device-draft';
import { unsentOf } from './unsent';

interface Typed {
  readonly words: readonly string[];
}
const parse = (found: unknown): Typed => (found as Typed | null) ?? { words: [] };
const add = (word: string) => (draft: Typed): Typed => ({ words: [...draft.words, word] });

describe('a draft of the field', () => {
  it('is the same in two tabs: neither loses what the other wrote', () => {
    const [one, other] = [new DeviceDraft('d', parse), new DeviceDraft('d', parse)];
    one.change(add('a'));
    other.change(add('b'));
    one.change(add('c'));
    expect(one.snapshot().words).toEqual(['a', 'b', 'c']);
    window.dispatchEvent(new StorageEvent('storage', { key: 'd' }));
    expect(other.snapshot().words).toEqual(['a', 'b', 'c']);
    expect(new DeviceDraft('d', parse).snapshot().words).toEqual(['a', 'b', 'c']);
  });

  it('stays in the tab where the device has no room, and says so', () => {
    let full = true;
    const map = new Map<string, string>();
    const draft = new DeviceDraft('d', parse, { getItem: key => map.get(key) ?? null, removeItem: key => void map.delete(key), setItem: (key, value) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      map.set(key, value);
    } });
    draft.change(add('a'));
    draft.change(add('b'));
    expect([draft.unkept, draft.snapshot().words]).toEqual([true, ['a', 'b']]);
    full = false;
    draft.change(add('c'));
    expect([draft.unkept, parse(JSON.parse(map.get('d') ?? 'null')).words]).toEqual([false, ['a', 'b', 'c']]);
  });

  it('does not go on with what a page that is gone was still doing, whoever reads it next', () => {
    const settling = (found: unknown, opening: boolean): { readonly busy: boolean } => (opening ? { busy: false } : ((found ?? { busy: false }) as { busy: boolean }));
    localStorage.setItem('busy', JSON.stringify({ busy: true }));
    expect(new DeviceDraft('busy', settling).latest()).toEqual({ busy: false });
  });

  it('is of the person who typed it: whoever signs in next at the same device sees nothing of it', () => {
    setDraftOwner('zhao');
    deviceDraft('hb.site-check.1', parse).change(add('赵'));
    setDraftOwner('qian');
    expect(deviceDraft('hb.site-check.1', parse).snapshot().words).toEqual([]);
    setDraftOwner('zhao');
    expect(deviceDraft('hb.site-check.1', parse).snapshot().words).toEqual(['赵']);
  });

  it('begun before drafts had an owner goes on once, with whoever opens it first', () => {
    localStorage.setItem('hb.site-check.2', JSON.stringify({ words: ['旧'] }));
    setDraftOwner('zhao2');
    expect(deviceDraft('hb.site-check.2', parse).snapshot().words).toEqual(['旧']);
    expect(localStorage.getItem('hb.site-check.2')).toBeNull();
    setDraftOwner('qian2');
    expect(deviceDraft('hb.site-check.2', parse).snapshot().words).toEqual([]);
  });

  it('counts what is not with the server before somebody signs out', () => {
    localStorage.setItem('hb.inspection.zhao.1', JSON.stringify({ pages: { visit: { next: {} } } }));
    localStorage.setItem('hb.inspection.photos.1@zhao', JSON.stringify({ photos: [{ clientId: 'p' }] }));
    localStorage.setItem('hb.inspection.photos.2@zhao', JSON.stringify({ photos: [{ clientId: 'p', fileId: 'f' }] }));
    localStorage.setItem('hb.site-check.1@zhao', JSON.stringify({ answers: {}, photos: [] }));
    localStorage.setItem('hb.site-check.2@qian', JSON.stringify({ answers: { a: { answer: 'yes' } } }));
    expect([unsentOf('zhao'), unsentOf('qian'), unsentOf('sun')]).toEqual([2, 1, 0]);
  });
});
