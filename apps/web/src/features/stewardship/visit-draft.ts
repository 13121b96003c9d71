import { inShanghai, now } from '@/shared/time/time';
import { settledPhotos, type Photo } from '../site-checks/draft';

export interface ItemDraft {
  readonly answer?: 'ok' | 'problem' | 'na';
  readonly remark?: string;
  readonly place?: string;
  readonly severity?: 'minor' | 'major' | 'serious';
  readonly advice?: string;
  readonly dueOn?: string;
}

/** What one device has written down of a visit and not yet sent. */
export interface VisitDraft {
  /** Made once; the server takes a record with it once, however often it arrives. */
  readonly clientId: string;
  readonly heldOn: string;
  readonly answers: Readonly<Record<string, ItemDraft>>;
  readonly photos: readonly Photo[];
  readonly summary: string;
}

export const visitDraftName = (visitId: string): string => `hb.steward-visit.${visitId}`;

/** What lies on the device as a draft; a broken one is begun anew. */
export function visitDraftOf(found: unknown, today: string, opening: boolean): VisitDraft {
  const fresh: VisitDraft = { clientId: crypto.randomUUID(), heldOn: today, answers: {}, photos: [], summary: '' };
  const kept = found as Partial<VisitDraft> | null;
  return kept?.clientId ? { ...fresh, ...kept, photos: opening ? settledPhotos(kept.photos) : (kept.photos ?? []) } : fresh;
}

export const visitDraftToday = (found: unknown, opening = false): VisitDraft => visitDraftOf(found, inShanghai(now().toISOString()).format('YYYY-MM-DD'), opening);

/** Whether an item is answered whole: a problem needs all of its finding. */
export function isWhole(item: ItemDraft | undefined): boolean {
  if (item?.answer !== 'problem') return item?.answer !== undefined;
  const long = (text: string | undefined, least: number): boolean => (text ?? '').trim().length >= least;
  return long(item.remark, 4) && long(item.place, 2) && long(item.advice, 4) && item.severity !== undefined && long(item.dueOn, 10);
}

/** The record as it goes to the server. */
export function recordOf(keys: readonly string[], draft: VisitDraft): object {
  const answers = keys.map(key => {
    const { answer = 'na', remark, place, severity, advice, dueOn } = draft.answers[key] ?? {};
    return { key, answer, ...(remark?.trim() ? { remark: remark.trim() } : {}), ...(answer === 'problem' ? { finding: { severity, place: place?.trim(), advice: advice?.trim(), dueOn } } : {}) };
  });
  return { clientId: draft.clientId, heldOn: draft.heldOn, summary: draft.summary.trim(), answers };
}
