import { describe, expect, it, vi } from 'vitest';
import { offline, ProblemError } from '@/api/problem';
import { atHand } from './at-hand';

const asked = (error: unknown, gone: () => void) =>
  atHand({ queryKey: ['x'], queryFn: () => Promise.reject<object>(error as Error) }, 'x', () => 'keep', gone).queryFn({ signal: new AbortController().signal });

describe('what is at hand', () => {
  it.each([403, 404])('goes with all that belongs to it where the server answers %i', async status => {
    const gone = vi.fn();
    await expect(asked(new ProblemError(status, 'x', { zh: '', en: '' }), gone)).rejects.toMatchObject({ status });
    expect(gone).toHaveBeenCalledTimes(1);
  });

  it('stays where the server did not answer, or is in trouble', async () => {
    const gone = vi.fn();
    await expect(asked(offline(), gone)).rejects.toMatchObject({ status: 0 });
    await expect(asked(new ProblemError(500, 'x', { zh: '', en: '' }), gone)).rejects.toMatchObject({ status: 500 });
    expect(gone).not.toHaveBeenCalled();
  });
});
