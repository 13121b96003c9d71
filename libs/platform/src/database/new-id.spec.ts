import fc from 'fast-check';
import { newId } from './new-id';

describe('newId', () => {
  it('is a UUID of version 7 that begins with the time', () => {
    const id = newId(Date.UTC(2026, 10, 28));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(Date.UTC(2026, 10, 28));
  });

  it('never goes backwards, so the rows of one batch keep their order', () => {
    const ids = Array.from({ length: 5_000 }, () => newId());
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] as string))).toBe(true);
  });

  it('orders by the time that is given', () => {
    const time = fc.double({ min: 1e12, max: 2e12, noNaN: true });
    fc.assert(fc.property(time, time, (a, b) => Math.abs(a - b) < 0.01 || newId(a) < newId(b) === a < b));
  });
});
