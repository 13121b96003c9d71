import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { StatusTag } from '@/shared/ui/StatusTag';
import { STATE_TONE, STRENGTH_TONE, suspicionsPath, type Suspicion } from './model';

/** On the officer's desk: what the documents of this application or report have in common with those of others. Nothing found, nothing shown. */
export function SuspicionsOf({ of }: { readonly of: { readonly applicationId: string } | { readonly reportId: string } }) {
  const { t } = useTranslation('evidence');
  const { base, can } = useSession();
  const found = useQuery({ ...readPath<Page<Suspicion>>(suspicionsPath, { ...of, limit: 20 }), enabled: can('suspicion.list') });
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="hb-card hb-stack" aria-labelledby="suspicions-of">
      <h2 id="suspicions-of">{t('suspicion.title')}</h2>
      <p className="hb-muted">{t('suspicion.noVerdict')}</p>
      <ul className="hb-plain-list hb-stack hb-evidence__documents">
        {items.map(each => (
          <li key={each.id} className="hb-row">
            <AppLink to={`${base}/suspicions/${each.id}`}>{`${t(`suspicion.kind.${each.kind}`)}：${each.measure}`}</AppLink>
            <StatusTag tone={STRENGTH_TONE[each.strength]}>{t(`suspicion.strength.${each.strength}`)}</StatusTag>
            <StatusTag tone={STATE_TONE[each.state]}>{t(`suspicion.state.${each.state}`)}</StatusTag>
          </li>
        ))}
      </ul>
    </section>
  );
}
