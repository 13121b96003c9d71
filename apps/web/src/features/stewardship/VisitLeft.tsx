import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeviceDraft } from '@/shared/field/device-draft';
import { DropLeft } from '../site-checks/DropLeft';
import { onDevice } from '../site-checks/draft';
import { PhotosLeft } from '../site-checks/PhotosLeft';
import type { Visit } from './model';
import { visitDraftName, visitDraftToday } from './visit-draft';

/** Photos of this device the record was sent without: they are not part of it, but they are not thrown away either. */
export function VisitLeft({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation('stewardship');
  const { draft, store } = useDeviceDraft(visitDraftName(visit.id), visitDraftToday);
  const photos = useMemo(() => onDevice(draft.photos), [draft.photos]);
  if (photos.length === 0) return null;
  return (
    <section className="hb-card hb-stack" role="status">
      <p className="hb-warning-text">{t('fill.leftBehind', { count: photos.length })}</p>
      <PhotosLeft photos={photos} about={visit.enterpriseName} name="visit" />
      <DropLeft text="" file="visit.txt" photos={photos} onDrop={store.drop} />
    </section>
  );
}
