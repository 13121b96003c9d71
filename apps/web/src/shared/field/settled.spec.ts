import { describe, expect, it } from 'vitest';
import { settled } from './settled';

/** A request the device has taken, in a transaction that ends as told. */
function request(): { readonly asked: IDBRequest<string>; readonly end: (how: 'complete' | 'abort') => void } {
  const transaction = new EventTarget();
  const asked = Object.assign(new EventTarget(), { transaction, result: 'key' }) as unknown as IDBRequest<string>;
  return { asked, end: how => void transaction.dispatchEvent(new Event(how)) };
}

describe('what is laid into the storage of the device', () => {
  it('is there once its transaction is through, not when it was taken', async () => {
    const { asked, end } = request();
    let kept = false;
    const waited = settled(asked, 'full').then(key => {
      kept = true;
      return key;
    });
    asked.dispatchEvent(new Event('success'));
    await Promise.resolve();
    expect(kept).toBe(false);
    end('complete');
    expect(await waited).toBe('key');
  });

  it('is not there where the device had no room at the end', async () => {
    const { asked, end } = request();
    const waited = settled(asked, 'full');
    asked.dispatchEvent(new Event('success'));
    end('abort');
    await expect(waited).rejects.toThrow('full');
  });
});
