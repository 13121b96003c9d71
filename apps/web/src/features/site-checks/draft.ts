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
}

const keyOf = (checkId: string): string => `hb.site-check.${checkId}`;

export function newDraft(): Draft {
  return { clientId: crypto.randomUUID(), startedAt: new Date().toISOString(), answers: {}, photos: [], findings: '', officers: [], party: { name: '', title: '', refused: '' } };
}

/** The draft of this device; a broken one is begun anew. */
export function readDraft(checkId: string, storage: Pick<Storage, 'getItem'> = localStorage): Draft {
  try {
    const found = JSON.parse(storage.getItem(keyOf(checkId)) ?? 'null') as Partial<Draft> | null;
    if (!found?.clientId) return newDraft();
    // a page that was closed while it asked for the place does not ask any more
    return { ...newDraft(), ...found, photos: (found.photos ?? []).map(photo => ({ ...photo, placing: false })) };
  } catch {
    return newDraft();
  }
}

export function keepDraft(checkId: string, draft: Draft, storage: Pick<Storage, 'setItem'> = localStorage): void {
  storage.setItem(keyOf(checkId), JSON.stringify(draft));
}

export function dropDraft(checkId: string, storage: Pick<Storage, 'removeItem'> = localStorage): void {
  storage.removeItem(keyOf(checkId));
}

/** Photos that are only on this device, oldest first. One whose place is still asked for waits a moment longer. */
export function waiting(draft: { readonly photos: readonly Photo[] }): Photo[] {
  return draft.photos.filter(photo => photo.fileId === undefined && photo.lost !== true && photo.placing !== true);
}

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
