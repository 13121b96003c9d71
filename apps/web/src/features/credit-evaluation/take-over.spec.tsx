import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useTakeOver } from './take-over';

const value = (measure: number | null) => ({ applies: true, measure, level: null, score: null, words: null });

it('takes over what somebody else saved, unless something is typed: that stays, and what it began from', () => {
  const { result, rerender } = renderHook(({ known }) => useTakeOver({ known }), { initialProps: { known: value(90) } });
  rerender({ known: value(88) });
  expect([result.current.value, result.current.base]).toEqual([value(88), value(88)]);
  act(() => result.current.setValue(value(95)));
  rerender({ known: value(87) });
  expect([result.current.value, result.current.base]).toEqual([value(95), value(88)]);
  // the own save has come back
  rerender({ known: value(95) });
  expect([result.current.value, result.current.base]).toEqual([value(95), value(95)]);
});

it('keeps what is typed while it is under way and when it could not be saved', () => {
  const { result, rerender } = renderHook(({ known }) => useTakeOver({ known }), { initialProps: { known: value(90) } });
  act(() => result.current.setValue(value(95)));
  rerender({ known: value(90) });
  expect(result.current.value).toEqual(value(95));
});
