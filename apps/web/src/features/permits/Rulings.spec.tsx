import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { renderAt } from '@/test/render';
import type { Finding } from './model';
import { Rulings } from './Rulings';

it.each([
  [null, ['列入补正', '采纳', '不采纳']],
  ['accepted', ['列入补正', '改判为不采纳']],
  ['overruled', ['改判为采纳']],
] as const)('a remark that is %s can still be ruled on', async (disposition, due) => {
  const [onAccept, onOverrule] = [vi.fn(), vi.fn()];
  await renderAt(<Rulings finding={{ disposition } as Finding} flagged={false} onFlag={vi.fn()} onAccept={onAccept} onOverrule={onOverrule} />);
  const names = (await screen.findAllByRole('button')).map(one => one.textContent ?? '');
  expect(names.map(one => one.replace(/\s/g, ''))).toEqual(due);
  const last = due.at(-1) ?? '';
  await userEvent.click(screen.getAllByRole('button').at(-1) as HTMLElement);
  expect([onAccept, onOverrule].map(one => one.mock.calls.length)).toEqual(last === '改判为采纳' ? [1, 0] : [0, 1]);
});
