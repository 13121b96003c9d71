import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toneOf, type CaseRow } from './model';

const SHOWN = 5;

interface PanelProps {
  readonly title: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | number>>;
}

function Cases({ title, path, query }: PanelProps) {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const cases = useQuery(readPath<Page<CaseRow>>(path, { ...query, limit: SHOWN }));
  return (
    <section className="hb-card">
      <h2>{title}</h2>
      {cases.data?.items.length === 0 && <p className="hb-muted">{t('queue.empty')}</p>}
      <ul className="hb-plain-list hb-stack" style={{ gap: 10 }}>
        {cases.data?.items.map(row => (
          <li key={row.id} className="hb-row">
            <AppLink to={`${base}/${row.page}/${row.id}`}>{row.title}</AppLink>
            <StatusTag tone={toneOf(row.state)}>{textOf(row.stateLabel)}</StatusTag>
            <span className="hb-small hb-muted">{textOf(row.ball.next)}</span>
            {row.remainingDays !== null && <DeadlineBadge remaining={row.remainingDays} due={row.dueOn} provisional={row.dueProvisional} paused={row.clockPaused} />}
          </li>
        ))}
      </ul>
      <p style={{ marginTop: 12 }}>
        <AppLink to={`${base}/permits`}>{t('queue.seeAll')}</AppLink>
      </p>
    </section>
  );
}

/** What is going on for the enterprise or the firm's clients. */
export function OwnCases() {
  const { t } = useTranslation('permits');
  return <Cases title={t('list.ongoing')} path="/api/v1/cases/own" query={{ open: 'true', matter: 'permits' }} />;
}

/** What waits for the officer, fewest days left first. */
export function QueuePanel() {
  const { t } = useTranslation('permits');
  return <Cases title={t('queue.waiting')} path="/api/v1/cases" query={{ tab: 'all', matter: 'permits' }} />;
}
