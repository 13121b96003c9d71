import { rest, withQuery } from '@/api/rest';
import { upload } from '@/shared/ui/upload';
import { dropBlob, readBlob } from './blobs';
import { dropDraft, keepDraft, reportOf, type Draft, type Photo } from './draft';

/** Where the phone is, if it says so within ten seconds. */
export function whereAmI(): Promise<Pick<Photo, 'lng' | 'lat' | 'accuracyM'>> {
  return new Promise(resolve => {
    if (!('geolocation' in navigator)) return resolve({});
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lng: coords.longitude, lat: coords.latitude, accuracyM: Math.round(coords.accuracy) }),
      () => resolve({}),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    );
  });
}

/** Bytes first, then what proves them. Sent again after a lost answer it is the same photo. */
async function sendPhoto(checkId: string, photo: Photo): Promise<Photo> {
  let { fileId } = photo;
  if (!fileId) {
    const file = await readBlob(photo.clientId);
    if (!file) return photo;
    const stored = await upload({ url: withQuery('/api/v1/files', { subjectType: 'site-check', subjectId: checkId, purpose: 'photo' }), file, onProgress: () => undefined, signal: new AbortController().signal });
    fileId = stored.id;
  }
  await rest('POST', `/api/v1/site-checks/${checkId}/photos`, { body: { ...photo, fileId } });
  await dropBlob(photo.clientId);
  return { ...photo, fileId };
}

/** Everything that waits on the device, then the report. What has arrived is remembered, so that a second try goes on from there. */
export async function sendAll(checkId: string, keys: readonly string[], draft: Draft): Promise<void> {
  let current = draft;
  for (const photo of draft.photos) {
    const sent = photo.fileId ? photo : await sendPhoto(checkId, photo);
    current = { ...current, photos: current.photos.map(one => (one.clientId === sent.clientId ? sent : one)) };
    keepDraft(checkId, current);
  }
  await rest('PUT', `/api/v1/site-checks/${checkId}/report`, { body: reportOf(keys, current, new Date().toISOString()) });
  dropDraft(checkId);
}
