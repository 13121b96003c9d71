import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import type { Photo } from '../site-checks/draft';
import { usePhotos, type Photos } from '../site-checks/use-photos';
import { INSPECTIONS, type Inspection, type InspectionRecord } from './model';
import { queueOf, type QueueState, type RecordQueue } from './record-queue';

/** What is being filled in is not fetched away, and stays at hand while there is no network. */
export function useRecord(inspectionId: string) {
  return useQuery({ ...readPath<InspectionRecord>(`${INSPECTIONS}/${inspectionId}/record`), refetchOnReconnect: false, refetchOnWindowFocus: false, gcTime: Number.POSITIVE_INFINITY, staleTime: 60_000, meta: { live: false } });
}

export function useQueue(inspectionId: string): { readonly queue: RecordQueue; readonly state: QueueState } {
  const { me } = useSession();
  const client = useQueryClient();
  const queue = queueOf(inspectionId, me.user.id);
  const state = useSyncExternalStore(queue.subscribe, queue.snapshot);
  useEffect(() => {
    const { queryKey } = readPath<InspectionRecord>(`${INSPECTIONS}/${inspectionId}/record`);
    const own = readPath<Inspection>(`${INSPECTIONS}/${inspectionId}`).queryKey;
    queue.onRecord(record => {
      client.setQueryData(queryKey, record);
      if (client.getQueryData<Inspection>(own)?.state !== record.state) void client.invalidateQueries({ queryKey: own });
    });
    const back = (): void => void queue.flush();
    window.addEventListener('online', back);
    if (navigator.onLine) back();
    return () => window.removeEventListener('online', back);
  }, [queue, client, inspectionId]);
  return { queue, state };
}

interface Shots {
  readonly photos: readonly Photo[];
}

const keyOf = (inspectionId: string): string => `hb.inspection.photos.${inspectionId}`;
const PLACE = { subjectType: 'inspection', path: INSPECTIONS, proof: true } as const;

function kept(inspectionId: string): Shots {
  try {
    const photos = (JSON.parse(localStorage.getItem(keyOf(inspectionId)) ?? '{}') as Partial<Shots>).photos ?? [];
    return { photos: photos.map(one => ({ ...one, placing: false })) };
  } catch {
    return { photos: [] };
  }
}

/** Photos of this phone: hashed when they are taken, sent when there is a network. */
export function useShots(inspectionId: string): { readonly shots: readonly Photo[]; readonly photos: Photos } {
  const [draft, setDraft] = useState<Shots>(() => kept(inspectionId));
  const change = useCallback((apply: (draft: Shots) => Shots) => setDraft(apply), []);
  useEffect(() => localStorage.setItem(keyOf(inspectionId), JSON.stringify(draft)), [inspectionId, draft]);
  const photos = usePhotos<Shots>(inspectionId, draft, change, PLACE);
  return { shots: draft.photos, photos };
}
