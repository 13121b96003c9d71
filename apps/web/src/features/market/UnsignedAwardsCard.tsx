import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { CANCELLATION_TONES, cancellationsPath, type CancellationRow } from '../contracts/unsigned';
import type { Task } from './model';

/** Awards of this task that were cancelled or complained of, for its sides and the bureau; nothing where there are none. */
export function UnsignedAwardsCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('market');
  const { base, can } = useSession();
  const english = useLanguage() === 'en';
  const rows = useQuery({ ...readPath<Page<CancellationRow>>(cancellationsPath, { taskId: task.id, limit: 50 }), enabled: task.state !== 'draft' && can('award-cancellation.list') });
  if (!rows.error && !rows.data?.items.length) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('unsigned.title')}</h2>
      <ProblemAlert error={rows.error} />
      {rows.data?.items.map(row => (
        <p key={row.id} className="hb-row">
          <AppLink to={`${base}/award-cancellations/${row.id}`}>{t(`unsigned.${row.kind}`, { firm: row.firmName })}</AppLink>
          <StatusTag tone={CANCELLATION_TONES[row.state]}>{english ? row.stateEn : row.stateZh}</StatusTag>
          <span className="hb-small hb-muted">{english ? row.groundEn : row.groundZh}</span>
          {row.due && <span className="hb-small hb-muted">{t('unsigned.until')} <DateText value={row.due} /></span>}
        </p>
      ))}
    </section>
  );
}
