import { describe, expect, it } from 'vitest';
import { noteSignedIn, setDraftOwner } from '@/shared/form/draft';
import { DeviceDraft } from '@/shared/field/device-draft';
import { draftOf, newDraft, type Photo } from './draft';
import { assertPlaced, assertWriter, letGo } from './hand-over';

const photo = (clientId: string, over: Partial<Photo> = {}): Photo => ({ clientId, itemKey: 'a', capturedAt: '2026-11-25T03:00:00Z', ...over });
const written = (name: string, photos: readonly Photo[]) => {
  const store = new DeviceDraft(name, draftOf);
  store.change(draft => ({ ...draft, findings: '无标志牌', endedAt: '2026-11-25T03:00:00Z', photos }));
  return store;
};

describe('a report that is with the server', () => {
  it('leaves nothing on the device where all photos are there too', () => {
    const store = written('h1', [photo('p1', { fileId: 'f' })]);
    letGo(store, store.latest(), newDraft);
    expect(localStorage.getItem('h1')).toBeNull();
  });

  it('leaves the photos the server does not have, and no words', () => {
    const store = written('h2', [photo('p1', { fileId: 'f' }), photo('p2', { refused: { zh: '太大', en: 'too large' } }), photo('p3')]);
    letGo(store, store.latest(), newDraft);
    expect(store.latest()).toMatchObject({ findings: '', photos: [{ clientId: 'p2' }, { clientId: 'p3' }] });
    expect(store.latest().endedAt).toBeUndefined();
  });

  it('leaves what became another report while it was on its way', () => {
    const store = written('h3', []);
    const sent = store.latest();
    store.change(({ endedAt: _, ...draft }) => ({ ...draft, clientId: crypto.randomUUID(), findings: '补充' }));
    letGo(store, sent, newDraft);
    expect(store.latest().findings).toBe('补充');
  });
});

describe('a report before it goes', () => {
  it('waits for the place of its photos', () => {
    expect(() => assertPlaced([photo('p1'), photo('p2', { placing: true })])).toThrow(/photos.placing/);
    expect(() => assertPlaced([photo('p1', { placing: false })])).not.toThrow();
  });

  it('waits for the one who wrote it', () => {
    setDraftOwner('zhao');
    noteSignedIn('qian');
    expect(() => assertWriter('zhao')).toThrow(/not-the-writer/);
    noteSignedIn('zhao');
    expect(() => assertWriter('zhao')).not.toThrow();
  });
});
