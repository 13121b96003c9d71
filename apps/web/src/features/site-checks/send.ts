import { rest, withQuery } from '@/api/rest';
import { upload } from '@/shared/ui/upload';
import { dropBlob, readBlob } from './blobs';
import { reportOf, type Draft, type Photo } from './draft';

/** Where the phone is, if it says so within ten seconds. */
export function whereAmI(): Promise<Pick<Photo, 'lng' | 'lat' | 'accuracyM' | 'noPlace'>> {
  return new Promise(resolve => {
    if (!('geolocation' in navigator)) return resolve({ noPlace: 'unsupported' });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lng: coords.longitude, lat: coords.latitude, accuracyM: Math.round(coords.accuracy) }),
      error => resolve({ noPlace: (['denied', 'unavailable', 'timeout'] as const)[error.code - 1] ?? 'unavailable' }),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    );
  });
}

/** Whose photos they are: the subject of the files, and where what proves them goes. */
export interface PhotoPlace {
  readonly subjectType: string;
  readonly path: string;
  /** The record asks for the hash of the capture, and why there is no place. */
  readonly proof?: true;
}

const SITE_CHECKS: PhotoPlace = { subjectType: 'site-check', path: '/api/v1/site-checks' };

/** Bytes first, then what proves them; null when the device no longer has them. Sent again after a lost answer it is the same photo. */
export async function sendPhoto(checkId: string, photo: Photo, { subjectType, path, proof }: PhotoPlace = SITE_CHECKS): Promise<string | null> {
  const file = await readBlob(photo.clientId);
  if (!file) return null;
  const { clientId, itemKey, capturedAt, lng, lat, accuracyM, sha256, noPlace } = photo;
  const url = withQuery('/api/v1/files', { subjectType, subjectId: checkId, purpose: 'photo' });
  const stored = await upload({ url, file, onProgress: () => undefined, signal: new AbortController().signal });
  const known = await rest<{ fileId: string }>('POST', `${path}/${checkId}/photos`, { body: { clientId, itemKey, capturedAt, lng, lat, accuracyM, fileId: stored.id, ...(proof ? { sha256, noPlace } : {}) } });
  await dropBlob(clientId);
  return known.fileId;
}

/** The report, once. */
export async function sendReport(checkId: string, keys: readonly string[], draft: Draft): Promise<void> {
  await rest('PUT', `/api/v1/site-checks/${checkId}/report`, { body: reportOf(keys, draft, draft.endedAt ?? new Date().toISOString()) });
}
