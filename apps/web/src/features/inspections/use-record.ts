import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { atHand, dropAtHand, dropVisit, keepAtHand, keepVisit, type Worth } from '@/shared/field/at-hand';
import { useDeviceDraft, type DeviceDraft } from '@/shared/field/device-draft';
import { settledPhotos, type Photo } from '../site-checks/draft';
import { usePhotos, type Photos } from '../site-checks/use-photos';
import { INSPECTIONS, type Inspection, type InspectionRecord } from './model';
import { queueOf, type QueueState, type RecordQueue } from './record-queue';

export const recordName = (inspectionId: string): string => `record:${inspectionId}`;

/** A record that is filled in is kept for the field; one that was closed meanwhile leaves the copy with the words for what was not sent, until that is dealt with. */
const worthOf = (record: InspectionRecord, waiting: boolean): Worth => (record.sections.length > 0 ? 'keep' : waiting ? 'leave' : 'drop');

/** What is being filled in is not fetched away, and stays at hand while there is no network. */
export function useRecord(inspectionId: string) {
  const { me } = useSession();
  const ask = atHand(readPath<InspectionRecord>(`${INSPECTIONS}/${inspectionId}/record`), recordName(inspectionId), record => worthOf(record, queueOf(inspectionId, me.user.id).waiting.length > 0));
  return useQuery({ ...ask, refetchOnWindowFocus: false, gcTime: Number.POSITIVE_INFINITY, staleTime: 60_000, meta: { live: false } });
}

/** An inspection; one that this person fills in opens off the net as well. */
export function useInspection(inspectionId: string) {
  const { me, base } = useSession();
  // the record holds what people said and who they are: where there is nothing left to fill in it goes as well, unless its words are needed for what was not sent
  const gone = (): void => {
    void dropVisit(inspectionId);
    if (queueOf(inspectionId, me.user.id).waiting.length === 0) void dropAtHand(recordName(inspectionId));
  };
  const worth = (inspection: Inspection): Worth => {
    if (!inspection.actions.includes('fill')) {
      gone();
      return 'drop';
    }
    void keepVisit(inspectionId, { title: inspection.enterpriseName, lead: inspection.number, to: `${base}/inspections/${inspectionId}` });
    return 'keep';
  };
  return useQuery({ ...atHand(readPath<Inspection>(`${INSPECTIONS}/${inspectionId}`), `inspection:${inspectionId}`, worth, gone), gcTime: Number.POSITIVE_INFINITY });
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
      void keepAtHand(recordName(inspectionId), record);
      if (client.getQueryData<Inspection>(own)?.state !== record.state) void client.invalidateQueries({ queryKey: own });
    });
    // a colleague has closed the record: the page says so, with what was not sent
    queue.onClosed(() => void client.invalidateQueries({ queryKey: own }));
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

const PLACE = { subjectType: 'inspection', path: INSPECTIONS, proof: true } as const;

function shotsOf(found: unknown, opening: boolean): Shots {
  const { photos = [] } = (found ?? {}) as Partial<Shots>;
  return { photos: opening ? settledPhotos(photos) : photos };
}

const useShotDraft = (inspectionId: string): { readonly draft: Shots; readonly store: DeviceDraft<Shots> } => useDeviceDraft(`hb.inspection.photos.${inspectionId}`, shotsOf);

/** Photos of this phone: hashed when they are taken, sent when there is a network. */
export function useShots(inspectionId: string): { readonly shots: readonly Photo[]; readonly photos: Photos; readonly unkept: boolean } {
  const { draft, store } = useShotDraft(inspectionId);
  const photos = usePhotos<Shots>(inspectionId, store, PLACE);
  return { shots: draft.photos, photos, unkept: store.unkept };
}

/** Photos of this phone where nothing can be sent any more. */
export function useShotsLeft(inspectionId: string): { readonly shots: readonly Photo[]; readonly drop: () => void } {
  const { draft, store } = useShotDraft(inspectionId);
  return { shots: draft.photos, drop: store.drop };
}
