import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ProblemError } from '@/api/problem';
import type { DeviceDraft } from '@/shared/field/device-draft';
import { isFinal } from '@/shared/field/final';
import { draftOwner } from '@/shared/form/draft';
import { newDraft, type Draft } from './draft';
import { assertPlaced, assertWriter, isPlacing, letGo } from './hand-over';
import { sendReport } from './send';
import type { Photos } from './use-photos';

export const RETRY_MS = 15_000;

const unsigned = ({ endedAt: _, ...draft }: Draft): Draft => draft;
/** Whether it goes by itself later. What is no answer at all is a defect of the page: a person looks at it. */
const waits = (error: unknown): boolean => error instanceof ProblemError && !isFinal(error);

/**
 * Sends what was signed; what waits goes by itself, as it is, as soon as the server takes it: a network that comes back says so, a server in
 * trouble or a session that ended does not. @param before what goes to the server first
 */
export function useSigned(checkId: string, keys: readonly string[], store: DeviceDraft<Draft>, before: () => Promise<unknown>): () => Promise<void> {
  const client = useQueryClient();
  const [owner] = useState(draftOwner);
  const running = useRef<Promise<void> | null>(null);
  const attempt = async (): Promise<void> => {
    try {
      await before();
      assertWriter(owner);
      const sent = store.latest();
      await sendReport(checkId, keys, sent);
      letGo(store, sent, newDraft);
    } catch (error) {
      // a colleague was first, or it is not taken as it is: a person looks at it
      if (!waits(error)) store.change(unsigned);
      throw error;
    }
  };
  const changed = (): Promise<void> => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).includes('site-checks') });
  const send = (): Promise<void> => (running.current ??= attempt().then(changed).finally(() => (running.current = null)));
  const back = (): void => {
    const { endedAt, photos } = store.latest();
    if (running.current || !navigator.onLine || endedAt === undefined || isPlacing(photos)) return;
    void send().catch(error => void (waits(error) || changed()));
  };
  const now = useRef(back);
  now.current = back;
  useEffect(() => {
    const again = (): void => now.current();
    window.addEventListener('online', again);
    const timer = setInterval(again, RETRY_MS);
    again();
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [store]);
  return send;
}

/** Signs the report and sends it with its photos; where it cannot go now both wait, signed as they are. */
export function useReport(checkId: string, keys: readonly string[], store: DeviceDraft<Draft>, { sendAll }: Photos): () => Promise<void> {
  const send = useSigned(checkId, keys, store, sendAll);
  return async () => {
    assertPlaced(store.latest().photos);
    store.change(draft => ({ ...draft, endedAt: new Date().toISOString() }));
    await send().catch(error => {
      if (!waits(error)) throw error;
    });
  };
}
