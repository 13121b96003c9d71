import { useCallback, useEffect, useRef, useState } from 'react';
import { dropBlob, keepBlob } from './blobs';
import { waiting, type Draft, type Photo } from './draft';
import { sendPhoto, whereAmI } from './send';

type Change = (change: (draft: Draft) => Draft) => void;

export interface Photos {
  readonly take: (itemKey: string, files: FileList | null) => Promise<void>;
  readonly remove: (clientId: string) => Promise<void>;
  /** Sends what waits; answers whether everything is on the server. */
  readonly sendAll: () => Promise<boolean>;
  readonly sending: boolean;
  readonly online: boolean;
}

const patched = (draft: Draft, clientId: string, over: Partial<Photo>): Draft => ({ ...draft, photos: draft.photos.map(one => (one.clientId === clientId ? { ...one, ...over } : one)) });

/**
 * Photos of a check: kept on the device the moment they are taken, sent by themselves whenever there is a connection, one after the
 * other, so that the officer standing in the yard need not wait for them, and a colleague's report does not shut them out.
 */
export function usePhotos(checkId: string, draft: Draft, change: Change): Photos {
  const current = useRef(draft);
  current.current = draft;
  const running = useRef<Promise<boolean> | null>(null);
  const [sending, setSending] = useState(false);
  const [online, setOnline] = useState(navigator.onLine);

  const sendAll = useCallback((): Promise<boolean> => {
    running.current ??= (async () => {
      setSending(true);
      for (let next = waiting(current.current)[0]; next; next = waiting(current.current)[0]) {
        const { clientId } = next;
        const fileId = await sendPhoto(checkId, next);
        const over = fileId === null ? { lost: true } : { fileId };
        current.current = patched(current.current, clientId, over);
        change(all => patched(all, clientId, over));
      }
      return waiting(current.current).length === 0;
    })().finally(() => {
      running.current = null;
      setSending(false);
    });
    return running.current;
  }, [checkId, change]);

  useEffect(() => {
    const go = (): void => {
      setOnline(true);
      void sendAll().catch(() => undefined);
    };
    const stay = (): void => setOnline(false);
    window.addEventListener('online', go);
    window.addEventListener('offline', stay);
    if (navigator.onLine) go();
    return () => {
      window.removeEventListener('online', go);
      window.removeEventListener('offline', stay);
    };
  }, [sendAll]);

  const take = async (itemKey: string, files: FileList | null): Promise<void> => {
    const file = files?.[0];
    if (!file) return;
    const photo: Photo = { clientId: crypto.randomUUID(), itemKey, capturedAt: new Date().toISOString(), placing: true };
    await keepBlob(photo.clientId, file);
    change(all => ({ ...all, photos: [...all.photos, photo] }));
    const place = await whereAmI();
    current.current = patched(current.current, photo.clientId, { ...place, placing: false });
    change(all => patched(all, photo.clientId, { ...place, placing: false }));
    if (navigator.onLine) void sendAll().catch(() => undefined);
  };

  const remove = async (clientId: string): Promise<void> => {
    change(all => ({ ...all, photos: all.photos.filter(one => one.clientId !== clientId) }));
    await dropBlob(clientId);
  };

  return { take, remove, sendAll, sending, online };
}
