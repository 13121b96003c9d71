import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { taskPath } from './model';

interface Finding {
  readonly level: 'ok' | 'look' | 'problem';
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly fileId: string | null;
}

const TONES: Readonly<Record<Finding['level'], Tone>> = { ok: 'success', look: 'warning', problem: 'danger' };

/** What the platform found in the files, for whoever has to accept them: an aid, never a verdict. */
export function DeliveryReview({ taskId, deliveryId }: { readonly taskId: string; readonly deliveryId: string }) {
  const { t } = useTranslation('market');
  const english = useLanguage() === 'en';
  const found = useQuery(readPath<readonly Finding[]>(`${taskPath(taskId)}/deliveries/${deliveryId}/review`));
  if (!found.data) return null;
  return (
    <div>
      <p className="hb-small"><strong>{t('delivery.review.title')}</strong> <span className="hb-muted">{t('delivery.review.hint')}</span></p>
      <ul className="hb-plain-list">
        {found.data.map(one => (
          <li key={`${one.code}-${one.fileId ?? ''}`} className="hb-row">
            <StatusTag tone={TONES[one.level]}>{t(`delivery.review.${one.level}`)}</StatusTag>
            <span>{english ? one.en : one.zh}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
