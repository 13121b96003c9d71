import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Checks } from './Checks';
import { limitsPath, type LimitDetail } from './model';
import './standards.css';
import { VerifyActs } from './VerifyActs';

/** One limit: what it says, its values at other times, who compared it, and how it can be changed. */
export function LimitPage() {
  const { limitId = '' } = useParams({ strict: false }) as { limitId?: string };
  const path = `${limitsPath}/${limitId}`;
  const limit = useQuery(readPath<LimitDetail>(path));
  const client = useQueryClient();
  if (limit.isPending) return <PageSkeleton />;
  if (limit.error) return <RouteErrorPage error={limit.error} onRetry={() => void limit.refetch()} />;
  return <Loaded limit={limit.data} onChanged={() => client.invalidateQueries({ queryKey: [path] })} />;
}

function Loaded({ limit, onChanged }: { readonly limit: LimitDetail; readonly onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation('standards');
  const { base, can } = useSession();
  const holds = limit.supersededAt === null;
  return (
    <>
      <PageHeader
        title={`${textOf(limit.sourceTitle)} ${textOf(limit.pollutantTitle)}`}
        lead={`${limit.standard}《${limit.title}》`}
        back={{ to: `${base}/limits`, label: t('list.title') }}
        tags={
          <>
            <StatusTag tone={limit.verified ? 'success' : 'warning'}>{t(limit.verified ? 'verified' : 'unverified')}</StatusTag>
            {!holds && <StatusTag tone="muted">{t('superseded')}</StatusTag>}
          </>
        }
        actions={holds && (
          <>
            <VerifyActs kind="limit" row={{ key: limit.id, verified: limit.verified, title: `${limit.standard} ${textOf(limit.sourceTitle)} ${textOf(limit.pollutantTitle)}`, value: `${limit.value} ${limit.unit}` }} onDone={onChanged} />
            {can('limit.propose') && limit.validTo === null && <ButtonLink to={`${base}/limits/propose?op=replace&id=${limit.id}`} kind="primary">{t('act.replace')}</ButtonLink>}
            {can('limit.propose') && limit.validTo === null && <ButtonLink to={`${base}/limits/propose?op=end&id=${limit.id}`}>{t('act.end')}</ButtonLink>}
            {can('limit.propose') && !limit.verified && <ButtonLink to={`${base}/limits/propose?op=correct&id=${limit.id}`}>{t('act.correct')}</ButtonLink>}
          </>
        )}
      />
      <div className="hb-stack">
        <Facts limit={limit} />
        <section className="hb-card">
          <h2>{t('history.title')}</h2>
          <ul className="hb-plain-list hb-limit__history">
            {limit.history.map(one => (
              <li key={one.id} aria-current={one.id === limit.id ? 'true' : undefined}>
                <strong className="hb-num">{one.value} {one.unit}</strong>
                <span className="hb-num">{one.validFrom} – {one.validTo ?? t('open')}</span>
                {one.supersededAt !== null && <StatusTag tone="muted">{t('superseded')}</StatusTag>}
                {one.confirmedByName && <span className="hb-muted">{t('history.confirmedBy', { name: one.confirmedByName })}</span>}
              </li>
            ))}
          </ul>
        </section>
        <Checks checks={limit.checks} />
      </div>
    </>
  );
}

function Facts({ limit }: { readonly limit: LimitDetail }) {
  const { t } = useTranslation('standards');
  const lines: readonly (readonly [string, string | null])[] = [
    [t('column.value'), `${limit.value} ${limit.unit}`],
    [t('column.tier'), textOf(limit.tierTitle)],
    [t('column.span'), `${limit.validFrom} – ${limit.validTo ?? t('open')}`],
    [t('field.narrowed'), limit.narrowed.join('；') || t('field.noNarrowing')],
    [t('field.legalBasis'), limit.legalBasis],
    [t('field.origin'), limit.origin],
    [t('field.note'), limit.note],
  ];
  return (
    <section className="hb-card">
      <dl className="hb-limit__facts">
        {lines.map(([label, value]) => value && (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
