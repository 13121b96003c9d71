export type Answer = 'yes' | 'no' | 'na';

export interface Photo {
  readonly clientId: string;
  readonly itemKey: string;
  readonly capturedAt: string;
  readonly lng?: number;
  readonly lat?: number;
  readonly accuracyM?: number;
  /** Why the phone did not say where it was. */
  readonly noPlace?: 'denied' | 'unavailable' | 'timeout' | 'unsupported';
  /** SHA-256 of the bytes at capture, where the record asks for it. */
  readonly sha256?: string;
  /** The phone is still asked where it is. */
  readonly placing?: boolean;
  /** Once the bytes are on the server. */
  readonly fileId?: string;
  /** The device no longer has the bytes: storage was cleared. */
  readonly lost?: boolean;
  /** The server does not take it: why, in words. It stays on the device. */
  readonly refused?: { readonly zh: string; readonly en: string };
}

/** What one device has written down of a check and not yet sent. */
export interface Draft {
  /** Made once; the server takes a report with it once, however often it arrives. */
  readonly clientId: string;
  readonly startedAt: string;
  readonly answers: Readonly<Record<string, { readonly answer?: Answer; readonly note?: string }>>;
  readonly photos: readonly Photo[];
  readonly conclusion?: 'conforms' | 'to-mend' | 'does-not-conform';
  readonly findings: string;
  readonly officers: readonly { readonly name: string; readonly at: string }[];
  readonly party: { readonly name: string; readonly title: string; readonly refused: string };
  /** Signed and sent off where there was no network: the moment it was, and so the report goes by itself as soon as there is one. */
  readonly endedAt?: string;
}

export const draftName = (checkId: string): string => `hb.site-check.${checkId}`;

export function newDraft(): Draft {
  return { clientId: crypto.randomUUID(), startedAt: new Date().toISOString(), answers: {}, photos: [], findings: '', officers: [], party: { name: '', title: '', refused: '' } };
}

/** What lies on the device as a draft; a broken one is begun anew. */
export function draftOf(found: unknown, opening: boolean): Draft {
  const kept = found as Partial<Draft> | null;
  if (!kept?.clientId) return newDraft();
  // a page that was closed while it asked for the place does not ask any more
  return { ...newDraft(), ...kept, photos: opening ? settledPhotos(kept.photos) : (kept.photos ?? []) };
}

export const settledPhotos = (photos: readonly Photo[] = []): readonly Photo[] => photos.map(photo => ({ ...photo, placing: false }));

/** Photos that are only on this device, oldest first. One whose place is still asked for waits a moment longer. */
export function waiting(draft: { readonly photos: readonly Photo[] }): Photo[] {
  return draft.photos.filter(photo => photo.fileId === undefined && photo.lost !== true && photo.placing !== true && photo.refused === undefined);
}

/** Photos the server does not have and that are still here, whatever became of them. */
export const onDevice = (photos: readonly Photo[]): Photo[] => photos.filter(photo => photo.fileId === undefined && photo.lost !== true);

/** How many items of the list are answered; a no counts once it says what was found. */
export function answered(keys: readonly string[], draft: Draft): number {
  return keys.filter(key => {
    const one = draft.answers[key];
    return one?.answer !== undefined && (one.answer !== 'no' || (one.note ?? '').trim() !== '');
  }).length;
}

/** The report as it goes to the server. */
export function reportOf(keys: readonly string[], draft: Draft, endedAt: string): object {
  return {
    clientId: draft.clientId, startedAt: draft.startedAt, endedAt, conclusion: draft.conclusion, findings: draft.findings.trim(),
    answers: keys.map(key => ({ key, answer: draft.answers[key]?.answer ?? 'na', ...(draft.answers[key]?.note?.trim() ? { note: draft.answers[key].note.trim() } : {}) })),
    signatures: [
      ...draft.officers.map(one => ({ side: 'officer', ...one })),
      { side: 'party', name: draft.party.name.trim(), at: endedAt, ...(draft.party.title.trim() ? { title: draft.party.title.trim() } : {}), ...(draft.party.refused.trim() ? { refused: draft.party.refused.trim() } : {}) },
    ],
  };
}
