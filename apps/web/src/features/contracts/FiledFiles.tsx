import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { deliverablesPath, FILED_TONES, type Deliverable } from './deliverables';

/** Where accepted files of one task went. */
export function FiledFiles({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation('contracts');
  const english = useLanguage() === 'en';
  const { base, organisation } = useSession();
  const filed = useQuery(readPath<{ readonly items: readonly Deliverable[] }>(deliverablesPath, { taskId, limit: '100' }));
  if (!filed.data || filed.data.items.length === 0) return null;
  return (
    <section className="hb-card">
      <div className="hb-row">
        <h2>{t('deliverables.title')}</h2>
        <AppLink to={`${base}/deliverables`}>{t('deliverables.all')}</AppLink>
      </div>
      <ul className="hb-plain-list hb-stack">
        {filed.data.items.map(one => (
          <li key={one.id} className="hb-row">
            <a href={`/api/v1/files/${one.fileId}/content`}>{one.name}</a>
            <span className="hb-small hb-muted">{english ? one.kindEn : one.kindZh} · {one.milestoneName} <DateText value={one.acceptedAt} /></span>
            <Place deliverable={one} linked={organisation?.orgKind === 'enterprise'} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where one went; the enterprise gets there by the number of its permit. */
export function Place({ deliverable, linked }: { readonly deliverable: Deliverable; readonly linked: boolean }) {
  const { t } = useTranslation('contracts');
  const { base } = useSession();
  const { state, permitId, permitNumber } = deliverable;
  return (
    <>
      <StatusTag tone={FILED_TONES[state]}>{t(`deliverables.state.${state}`)}</StatusTag>
      {permitNumber && <span className="hb-small hb-num"> {linked ? <AppLink to={`${base}/records/${permitId}?tab=results`}>{permitNumber}</AppLink> : permitNumber}</span>}
    </>
  );
}
