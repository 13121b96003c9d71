import type { Photo } from '../site-checks/draft';
import type { InspectionRecord } from './model';

/** Photos of one page: those the server has, then those that are only on this phone. */
export function shownShots(record: Pick<InspectionRecord, 'photos'>, local: readonly Photo[], section: string): readonly Photo[] {
  const there = record.photos.filter(one => one.section === section).map((one): Photo => ({ clientId: one.clientId, itemKey: section, capturedAt: one.capturedAt, fileId: one.fileId, ...(one.lng !== null && one.lat !== null ? { lng: Number(one.lng), lat: Number(one.lat) } : {}) }));
  const known = new Set(there.map(one => one.clientId));
  return [...there, ...local.filter(one => one.itemKey === section && !known.has(one.clientId))];
}
