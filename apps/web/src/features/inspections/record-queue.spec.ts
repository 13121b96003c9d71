import { describe, expect, it, vi } from 'vitest';
import { offline, ProblemError } from '@/api/problem';
import type { InspectionRecord } from './model';
import { RecordQueue } from './record-queue';

type Put = ConstructorParameters<typeof RecordQueue>[3];
const kept = () => {
  const map = new Map<string, string>();
  return { map, getItem: (key: string) => map.get(key) ?? null, setItem: (key: string, value: string) => void map.set(key, value), removeItem: (key: string) => void map.delete(key) };
};
const answer = (version: number): InspectionRecord => ({ sections: [{ key: 'visit', version }] }) as unknown as InspectionRecord;
const sentBy = (put: ReturnType<typeof vi.fn>) => put.mock.calls.map(([, sent]) => sent as { saveId: string; baseVersion: number; changes: object });

describe('the queue of a record', () => {
  it('keeps what is written off the net, and sends it once there is one, under the same id', async () => {
    const storage = kept();
    const put = vi.fn().mockRejectedValueOnce(offline()).mockResolvedValue(answer(1));
    const queue = new RecordQueue('i', 'u', storage, put as unknown as Put);
    queue.write('visit', { place: '厂区' }, 0);
    await queue.flush();
    expect(queue.snapshot()).toMatchObject({ offline: true });
    // the page is closed and opened again
    const again = new RecordQueue('i', 'u', storage, put as unknown as Put);
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
    const queue: RecordQueue = new RecordQueue('i', 'u', kept(), put as unknown as Put);
    queue.write('visit', { place: '厂区' }, 3);
    await queue.flush();
    expect(sentBy(put).map(one => [one.baseVersion, one.changes])).toEqual([[3, { place: '厂区' }], [4, { startedAt: '09:10' }]]);
    expect(queue.waiting).toEqual([]);
  });

  it('keeps both sides of a clash until a person chooses; what did not clash goes on', async () => {
    const clash = new ProblemError(409, 'inspection.clash', { zh: '', en: '' }, { extra: { version: 7, byName: '刘强', clashes: [{ field: 'place', theirs: '东门', mine: '西门' }] } });
    const put = vi.fn().mockRejectedValueOnce(clash).mockResolvedValue(answer(8));
    const queue = new RecordQueue('i', 'u', kept(), put as unknown as Put);
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
    const queue = new RecordQueue('i', 'u', kept(), put as unknown as Put);
    queue.write('visit', { heldOn: 'x' }, 0);
    await queue.flush();
    await queue.flush();
    expect(put).toHaveBeenCalledTimes(1);
    expect(queue.snapshot().pages['visit']).toMatchObject({ refused: { zh: '请填写日期' }, next: { heldOn: 'x' } });
  });
});
