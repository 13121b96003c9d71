import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { StatusTag } from '@/shared/ui/StatusTag';
import type { Teamwork } from './model';

/** Of which media the review has spoken, and of which it still has to. */
export function MediaLine({ media }: { readonly media: Teamwork['media'] }) {
  const { t } = useTranslation('site-checks');
  if (media.length === 0) return null;
  return (
    <div className="hb-row" role="group" aria-label={t('team.media')}>
      <span className="hb-muted">{t('team.media')}</span>
      {media.map(one => <StatusTag key={one.key} tone={one.given ? 'success' : 'warning'}>{t(one.given ? 'team.spoken' : 'team.unspoken', { medium: textOf(one.label) })}</StatusTag>)}
    </div>
  );
}
