import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import './duties.css';
import { dutiesPath, enforcementPath, STATUS_TONES, type Duty, type DutySummary, type Enforcement } from './model';

/** What is due soon, for the enterprise and for the firm that looks after it. */
export function DueSoon() {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const summary = useQuery(readPath<DutySummary>(`${dutiesPath}/summary`));
  const next = useQuery(readPath<Page<Duty>>(dutiesPath, { open: 'true', limit: 5 }));
  return (
    <section className="hb-card hb-stack" style={{ gap: 14 }}>
      <h2>{t('desk.title')}</h2>
      {summary.data && <Numbers summary={summary.data} />}
      {next.data?.items.length === 0 && <p className="hb-muted">{t('desk.none')}</p>}
      <ul className="hb-plain-list hb-stack" style={{ gap: 10 }}>
        {next.data?.items.map(row => (
          <li key={row.id} className="hb-row">
            <StatusTag tone={STATUS_TONES[row.status]}>{t(`status.${row.status}`)}</StatusTag>
            <AppLink to={`${base}/duties/${row.id}`}>{textOf(row.title)}</AppLink>
            <span className="hb-small hb-muted"><DateText value={row.dueOn} /> · {base.startsWith('/e/') ? row.siteName : row.enterpriseName}</span>
          </li>
        ))}
      </ul>
      <p><AppLink to={`${base}/duties/calendar`}>{t('desk.calendar')}</AppLink></p>
    </section>
  );
}

function Numbers({ summary }: { readonly summary: DutySummary }) {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const list = (query: string): string => `${base}/duties?${query}`;
  return (
    <div className="hb-duties__numbers">
      <AppLink to={list('status=overdue')}><strong className="hb-num">{summary.overdue}</strong> {t('status.overdue')}</AppLink>
      <AppLink to={list(`from=${summary.today}`)}><strong className="hb-num">{summary.week}</strong> {t('desk.week')}</AppLink>
      <AppLink to={list(`from=${summary.today}`)}><strong className="hb-num">{summary.month}</strong> {t('desk.month')}</AppLink>
    </div>
  );
}

/** What waits for enforcement, the longest overdue first. */
export function OverdueTasks() {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const tasks = useQuery(readPath<Page<Enforcement>>(enforcementPath, { state: 'open', limit: 5 }));
  return (
    <section className="hb-card">
      <h2>{t('enforcement.title')}</h2>
      {tasks.data?.items.length === 0 && <p className="hb-muted">{t('enforcement.empty')}</p>}
      <ul className="hb-plain-list hb-stack" style={{ gap: 10 }}>
        {tasks.data?.items.map(({ id, duty }) => (
          <li key={id} className="hb-row">
            <StatusTag tone="danger">{t('enforcement.days', { count: -duty.daysLeft })}</StatusTag>
            <AppLink to={`${base}/duty-enforcement/${id}`}>{textOf(duty.title)}</AppLink>
            <span className="hb-small hb-muted">{duty.enterpriseName}</span>
          </li>
        ))}
      </ul>
      <p style={{ marginTop: 12 }}><AppLink to={`${base}/duty-enforcement?state=open`}>{t('desk.all')}</AppLink></p>
    </section>
  );
}
