import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 900;

export type Saving = 'saved' | 'waiting' | 'saving' | 'failed';

/** Sends what was typed a moment after the last key, one save at a time; `flush` sends it at once. What could not be saved stays on the page. */
export function useAutosave<V>(send: (value: V) => Promise<void>): { readonly state: Saving; readonly problem: unknown; readonly change: (value: V) => void; readonly flush: () => Promise<boolean> } {
  const [state, setState] = useState<Saving>('saved');
  const [problem, setProblem] = useState<unknown>(null);
  const waiting = useRef<V | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const latest = useLatest(send);
  useEffect(() => () => clearTimeout(timer.current), []);
  const once = async (): Promise<boolean> => {
    const value = waiting.current;
    if (value === undefined) return true;
    waiting.current = undefined;
    setState('saving');
    try {
      await latest.current(value);
      setProblem(null);
      setState(waiting.current === undefined ? 'saved' : 'waiting');
      return true;
    } catch (thrown) {
      waiting.current ??= value;
      setProblem(thrown);
      setState('failed');
      return false;
    }
  };
  const flush = (): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current = running.current.then(once);
    return running.current;
  };
  const change = (value: V): void => {
    waiting.current = value;
    setState('waiting');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), PAUSE_MS);
  };
  return { state, problem, change, flush };
}

/** The newest function, for what runs later. */
function useLatest<F>(given: F): { readonly current: F } {
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  return latest;
}
