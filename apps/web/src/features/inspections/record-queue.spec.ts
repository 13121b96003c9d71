import { describe, expect, it, vi } from 'vitest';
import { offline, ProblemError } from '@/api/problem';
import { noteSignedIn, setDraftOwner } from '@/shared/form/draft';
import type { InspectionRecord } from './model';
import { RecordQueue } from './record-queue';

type Ports = NonNullable<ConstructorParameters<typeof RecordQueue>[2]>;
const kept = () => {
  const map = new Map<string, string>();
  return { map, getItem: (key: string) => map.get(key) ?? null, setItem: (key: string, value: string) => void map.set(key, value), removeItem: (key: string) => void map.delete(key) };
};
const answer = (version: number): InspectionRecord => ({ sections: [{ key: 'visit', version }] }) as unknown as InspectionRecord;
const queueWith = (storage: ReturnType<typeof kept>, put: unknown, over: Ports = {}): RecordQueue => new RecordQueue('i', 'u', { storage, put: put as NonNullable<Ports['put']>, present: () => true, ...over });
const sentBy = (put: ReturnType<typeof vi.fn>) => put.mock.calls.map(([, sent]) => sent as { saveId: string; baseVersion: number; changes: object });

describe('the queue of a record', () => {
  it('keeps what is written off the net, and sends it once there is one, under the same id', async () => {
    const storage = kept();
    const put = vi.fn().mockRejectedValueOnce(offline()).mockResolvedValue(answer(1));
    const queue = queueWith(storage, put);
    queue.write('visit', { place: '厂区' }, 0);
    await queue.flush();
    expect(queue.snapshot()).toMatchObject({ offline: true });
    // the page is closed and opened again
    const again = queueWith(storage, put);
    expect(again.overlaid('visit', { place: '旧', weather: 'fine' })).toEqual({ place: '厂区', weather: 'fine' });
    await again.flush();
    expect(again.waiting).toEqual([]);
    expect(storage.map.size).toBe(0);
    const [first, second] = sentBy(put);
    expect(second?.saveId).toBe(first?.saveId);
  });

  it('sends what was written meanwhile as a save of its own, upon the version that came back', async () => {
    const put = vi.fn().mockImplementationOnce(async () => {
      queue.write('visit', { startedAt: '09:10' }, 0);
      return answer(4);
    }).mockResolvedValue(answer(5));
    const queue: RecordQueue = queueWith(kept(), put);
    queue.write('visit', { place: '厂区' }, 3);
    await queue.flush();
    expect(sentBy(put).map(one => [one.baseVersion, one.changes])).toEqual([[3, { place: '厂区' }], [4, { startedAt: '09:10' }]]);
    expect(queue.waiting).toEqual([]);
  });

  it('keeps both sides of a clash until a person chooses; what did not clash goes on', async () => {
    const clash = new ProblemError(409, 'inspection.clash', { zh: '', en: '' }, { extra: { version: 7, byName: '刘强', clashes: [{ field: 'place', theirs: '东门', mine: '西门' }] } });
    const put = vi.fn().mockRejectedValueOnce(clash).mockResolvedValue(answer(8));
    const queue = queueWith(kept(), put);
    queue.write('visit', { place: '西门', weather: 'rain' }, 5);
    await queue.flush();
    expect(queue.snapshot().pages['visit']).toMatchObject({ clash: { version: 7, byName: '刘强' }, next: { weather: 'rain' } });
    expect(queue.overlaid('visit', { place: '东门' })).toEqual({ place: '西门', weather: 'rain' });
    queue.resolve('visit', new Set(['place']));
    await queue.flush();
    expect(sentBy(put).at(-1)).toMatchObject({ baseVersion: 7, changes: { place: '西门', weather: 'rain' } });
  });

  it('does not send again and again what the server refuses', async () => {
    const put = vi.fn().mockRejectedValue(new ProblemError(400, 'validation', { zh: '有 1 处', en: '1' }, { errors: [{ pointer: '/heldOn', code: 'date', zh: '请填写日期', en: 'A date' }] }));
    const queue = queueWith(kept(), put);
    queue.write('visit', { heldOn: 'x' }, 0);
    await queue.flush();
    await queue.flush();
    expect(put).toHaveBeenCalledTimes(1);
    expect(queue.snapshot().pages['visit']).toMatchObject({ refused: { zh: '请填写日期' }, next: { heldOn: 'x' } });
  });

  it('says that a colleague has closed the record, loses nothing of it, and sends it once the record is open again', async () => {
    const storage = kept();
    const put = vi.fn().mockRejectedValueOnce(new ProblemError(409, 'inspection.record-closed', { zh: '记录已送签', en: 'closed' })).mockResolvedValue(answer(1));
    const closed = vi.fn();
    const queue = queueWith(storage, put);
    queue.onClosed(closed);
    queue.write('visit', { place: '厂区' }, 0);
    await queue.flush();
    expect(closed).toHaveBeenCalledTimes(1);
    expect(queueWith(storage, put).snapshot().pages['visit']).toMatchObject({ closed: true, refused: { zh: '记录已送签' }, next: { place: '厂区' } });
    await queue.again();
    expect(sentBy(put).at(-1)).toMatchObject({ changes: { place: '厂区' } });
    expect(queue.waiting).toEqual([]);
  });

  it('goes on in two tabs: neither loses what the other wrote, and what one has sent the other does not send again', async () => {
    const storage = kept();
    const put = vi.fn().mockRejectedValueOnce(offline()).mockResolvedValue(answer(1));
    const [one, other] = [queueWith(storage, put, { present: () => false }), queueWith(storage, put)];
    one.write('visit', { place: '厂区' }, 0);
    other.write('visit', { weather: 'rain' }, 0);
    one.write('unit', { presentName: '孙芳' }, 0);
    await other.flush();
    expect(other.overlaid('visit', {})).toEqual({ place: '厂区', weather: 'rain' });
    expect([...new Set(other.waiting)].sort()).toEqual(['unit', 'visit']);
    await other.flush();
    expect(new Set(sentBy(put).map(each => each.saveId)).size).toBe(2);
    const before = put.mock.calls.length;
    await queueWith(storage, put).flush();
    expect(put).toHaveBeenCalledTimes(before);
  });

  it('sends nothing for whoever is signed in instead of the one who wrote it', async () => {
    const storage = kept();
    const put = vi.fn().mockResolvedValue(answer(1));
    let present = false;
    const queue = queueWith(storage, put, { present: () => present });
    queue.write('visit', { place: '厂区' }, 0);
    await queue.flush();
    expect(put).not.toHaveBeenCalled();
    present = true;
    await queue.flush();
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('sends nothing once somebody signs in in another tab, though this page is still that of the writer', async () => {
    const put = vi.fn().mockResolvedValue(answer(1));
    const queue = new RecordQueue('i', 'u', { storage: kept(), put: put as NonNullable<Ports['put']> });
    setDraftOwner('u');
    noteSignedIn('other');
    queue.write('visit', { place: '厂区' }, 0);
    await queue.flush();
    expect(put).not.toHaveBeenCalled();
    noteSignedIn('u');
    await queue.flush();
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('says that the device has no room, and goes on from this tab until there is', async () => {
    const storage = kept();
    let full = true;
    const tight = { ...storage, setItem: (key: string, value: string): undefined => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      storage.setItem(key, value);
    } };
    const put = vi.fn().mockRejectedValueOnce(offline()).mockResolvedValue(answer(1));
    const queue = queueWith(tight, put);
    queue.write('visit', { place: '厂区' }, 0);
    await queue.flush();
    expect(queue.snapshot()).toMatchObject({ unkept: true, offline: true });
    expect(queue.overlaid('visit', {})).toEqual({ place: '厂区' });
    full = false;
    queue.write('visit', { weather: 'fine' }, 0);
    expect(queue.snapshot().unkept).toBe(false);
    await queue.flush();
    expect(sentBy(put).at(-1)?.changes).toMatchObject({ weather: 'fine' });
    expect(queue.waiting).toEqual([]);
  });

  it.each([[401, 'unauthenticated'], [403, 'csrf'], [408, 'http-408'], [425, 'http-425'], [429, 'too-many'], [503, 'unavailable']])('what is answered by %i %s was not refused: it is sent again, as the same save', async (status, code) => {
    const storage = kept();
    const put = vi.fn().mockRejectedValueOnce(new ProblemError(status, code, { zh: '', en: '' })).mockResolvedValue(answer(1));
    const queue = queueWith(storage, put);
    queue.write('visit', { place: '厂区' }, 0);
    await queue.flush();
    expect(queue.waiting).toEqual(['visit']);
    await queueWith(storage, put).flush();
    expect(sentBy(put)[1]?.saveId).toBe(sentBy(put)[0]?.saveId);
    expect(storage.map.size).toBe(0);
  });
});
