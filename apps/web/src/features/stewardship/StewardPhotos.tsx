import { useTranslation } from 'react-i18next';
import { DateText } from '@/shared/ui/values';
import type { Visit } from './model';

/** Photos as they were taken, with what proves them. */
export function StewardPhotos({ photos }: { readonly photos: Visit['photos'] }) {
  const { t } = useTranslation('stewardship');
  return (
    <ul className="hb-plain-list hb-check__shots">
      {photos.map((photo, nth) => (
        <li key={photo.id}>
          <a href={`/api/v1/files/${photo.fileId}/content`}><img src={`/api/v1/files/${photo.fileId}/content`} alt={`${t('visits.photos')} ${nth + 1}`} width={96} height={96} loading="lazy" /></a>
          {photo.capturedAt && <DateText value={photo.capturedAt} time />}
          <span className="hb-small hb-muted">{photo.lng === null ? t('visits.noPlace') : `${photo.lng}, ${photo.lat ?? ''}`}</span>
          <span className="hb-num hb-small hb-muted" title={photo.sm3}>{`SM3 ${photo.sm3.slice(0, 8)}…`}</span>
        </li>
      ))}
    </ul>
  );
}
