import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { SeatPage } from './model';
import { seat, seatKey } from './seat-api';

interface Parts<T> {
  readonly path: '/sheet' | '/review';
  /** A new object with every change: one and the same is saved once. */
  readonly draft: T;
  readonly bodyOf: (draft: T) => object;
}

/**
 * Saves what a member fills in, one request at a time: a save still under way cannot arrive after a hand-in and take it back.
 * The page that each save answers with takes the place of the one that was read: whoever comes back begins with what is
 * saved, and sees it when a correction has taken back the hand-in.
 */
export function useSeatSaving<T extends object>({ path, draft, bodyOf }: Parts<T>) {
  const client = useQueryClient();
  const queryKey = seatKey();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [saved, setSaved] = useState(draft);
  /** What was sent last, answered or not; null where it was refused. */
  const sent = useRef<T | null>(draft);
  const [problem, setProblem] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const dirty = draft !== saved;
  const put = (handIn: boolean): Promise<boolean> => {
    sent.current = draft;
    const next = queue.current.then(async () => {
      try {
        const now = await seat<SeatPage>('PUT', path, { ...bodyOf(draft), handIn });
        // a reading that began before the save would bring back what stood there before it
        await client.cancelQueries({ queryKey });
        client.setQueryData(queryKey, now);
        setSaved(draft);
        setProblem(null);
        return true;
      } catch (thrown) {
        if (sent.current === draft) sent.current = null;
        setProblem(thrown);
        return false;
      }
    });
    queue.current = next;
    return next;
  };
  const send = async (handIn: boolean): Promise<void> => {
    setBusy(true);
    setProblem(null);
    if (!(await put(handIn))) setAttempt(count => count + 1);
    setBusy(false);
  };
  /** What is filled in of one bid is saved as soon as one goes to another; what is on its way already is not sent again: after a hand-in that would take it back. */
  const saveChanges = (): void => {
    if (dirty && sent.current !== draft) void put(false);
  };
  return { dirty, problem, attempt, busy, send, saveChanges };
}
