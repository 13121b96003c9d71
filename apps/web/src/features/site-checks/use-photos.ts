import { useCallback, useEffect, useRef, useState } from 'react';
import { alone } from '@/shared/field/alone';
import { isFinal } from '@/shared/field/final';
import { draftOwner, isSignedIn } from '@/shared/form/draft';
import { dropBlob, keepBlob } from './blobs';
import { waiting, type Photo } from './draft';
import { sendPhoto, whereAmI, type PhotoPlace } from './send';

/** Any draft that holds photos: of a site check, of a steward's visit. */
interface WithPhotos {
  readonly photos: readonly Photo[];
}

/** SHA-256 of the bytes as the camera gave them, in hex. */
export async function digestOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Where the draft lies: what is newest in it, and how it is changed. */
interface Lies<D> {
  readonly latest: () => D;
  readonly change: (apply: (draft: D) => D) => void;
}

export interface Photos {
  readonly take: (itemKey: string, files: FileList | null) => Promise<void>;
  readonly remove: (clientId: string) => Promise<void>;
  /** Sends what waits; answers whether everything is on the server. */
  readonly sendAll: () => Promise<boolean>;
  /** As `sendAll`, with those that were refused before as well. */
  readonly again: () => Promise<boolean>;
  readonly sending: boolean;
  readonly online: boolean;
  /** The device had no room for the photo taken last: it was not kept. */
  readonly noRoom: boolean;
}

const patched = <D extends WithPhotos>(draft: D, clientId: string, over: Partial<Photo>): D => ({ ...draft, photos: draft.photos.map(one => (one.clientId === clientId ? { ...one, ...over } : one)) });

/** Sends what waits, one photo after the other, in one tab at a time; a second call while one runs joins it. */
function useSending<D extends WithPhotos>(checkId: string, { latest, change }: Lies<D>, place?: PhotoPlace) {
  const [owner] = useState(draftOwner);
  const running = useRef<Promise<boolean> | null>(null);
  const [sending, setSending] = useState(false);
  const patch = useCallback((clientId: string, over: Partial<Photo>): void => change(all => patched(all, clientId, over)), [change]);
  const sendOne = useCallback(async (photo: Photo): Promise<void> => {
    try {
      const fileId = await sendPhoto(checkId, photo, place);
      patch(photo.clientId, fileId === null ? { lost: true } : { fileId });
    } catch (error) {
      if (!isFinal(error)) throw error;
      // one that is not taken does not hold up the others
      patch(photo.clientId, { refused: error.text });
    }
  }, [checkId, patch, place]);
  const sendAll = useCallback((): Promise<boolean> => {
    running.current ??= alone(`hb.photos.${checkId}`, async () => {
      setSending(true);
      // whoever is signed in now did not take them: they wait until their owner is back
      for (let next = waiting(latest())[0]; next && isSignedIn(owner); next = waiting(latest())[0]) await sendOne(next);
      return waiting(latest()).length === 0;
    }).finally(() => {
      running.current = null;
      setSending(false);
    });
    return running.current;
  }, [checkId, latest, owner, sendOne]);
  return { patch, sendAll, sending };
}

/** A server that does not answer fires no event when it is back: what waits is tried again by itself. */
const RETRY_MS = 15_000;

/** Whether there is a network; `onBack` runs at once where there is one, whenever it comes back, and from time to time while something `waits`. */
function useConnection(onBack: () => void, waits: () => boolean): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const back = (): void => {
      setOnline(true);
      onBack();
    };
    const gone = (): void => setOnline(false);
    window.addEventListener('online', back);
    window.addEventListener('offline', gone);
    if (navigator.onLine) back();
    const timer = setInterval(() => navigator.onLine && waits() && onBack(), RETRY_MS);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', back);
      window.removeEventListener('offline', gone);
    };
  }, [onBack, waits]);
  return online;
}

/**
 * Photos of a check: kept on the device the moment they are taken, sent by themselves whenever there is a connection, so that the
 * officer standing in the yard need not wait for them, and a colleague's report does not shut them out.
 */
export function usePhotos<D extends WithPhotos>(checkId: string, draft: Lies<D>, place?: PhotoPlace): Photos {
  const { change, latest } = draft;
  const { patch, sendAll, sending } = useSending(checkId, draft, place);
  const [noRoom, setNoRoom] = useState(false);
  const tryAll = useCallback((): void => void sendAll().catch(() => undefined), [sendAll]);
  const online = useConnection(tryAll, useCallback(() => waiting(latest()).length > 0, [latest]));
  const take = async (itemKey: string, files: FileList | null): Promise<void> => {
    const file = files?.[0];
    if (!file) return;
    const photo: Photo = { clientId: crypto.randomUUID(), itemKey, capturedAt: new Date().toISOString(), placing: true, ...(place?.proof ? { sha256: await digestOf(file) } : {}) };
    const kept = await keepBlob(photo.clientId, file).then(() => true, () => false);
    setNoRoom(!kept);
    if (!kept) return;
    change(all => ({ ...all, photos: [...all.photos, photo] }));
    const where = await whereAmI();
    patch(photo.clientId, { ...where, placing: false });
    if (navigator.onLine) tryAll();
  };
  const remove = async (clientId: string): Promise<void> => {
    change(all => ({ ...all, photos: all.photos.filter(one => one.clientId !== clientId) }));
    await dropBlob(clientId);
  };
  const again = useCallback((): Promise<boolean> => {
    change(all => ({ ...all, photos: all.photos.map(({ refused: _, ...photo }) => photo) }));
    return sendAll().catch(() => false);
  }, [change, sendAll]);
  return { take, remove, sendAll, again, sending, online, noRoom };
}
