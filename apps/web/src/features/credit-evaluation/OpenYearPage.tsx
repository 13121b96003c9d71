import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { now } from '@/shared/time/time';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { SummaryList } from '@/shared/ui/SummaryList';
import { useChanged, YEARS, type Proposal, type Year } from './model';

/** A year is chosen, the dates that dated rows propose are shown and may be changed, then it is opened. */
export function OpenYearPage() {
  const { t } = useTranslation('credit-evaluation');
  const { base } = useSession();
  const [year, setYear] = useState(now().year() - 1);
  const proposal = useQuery(readPath<Proposal>(`${YEARS}/proposal`, { year }));
  const fields: FieldSpec[] = [{ name: 'year', label: t('year.year'), type: 'integer', required: true, min: 2013, max: now().year(), help: t('open.yearHelp') }];
  return (
    <>
      <PageHeader title={t('year.open')} lead={t('open.lead')} back={{ to: `${base}/evaluation-years`, label: t('year.title') }} />
      <div className="hb-stack">
        <section className="hb-card"><QuickForm fields={fields} initial={{ year }} submit={t('open.propose')} onSubmit={async values => setYear(Number(values['year']))} /></section>
        <ProblemAlert error={proposal.error} />
        {proposal.isPending && <Skeleton lines={5} />}
        {proposal.data && <Proposed key={year} proposal={proposal.data} />}
      </div>
    </>
  );
}

function Proposed({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('credit-evaluation');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useChanged();
  const day = (name: 'reportUntil' | 'checkUntil' | 'reviewUntil'): FieldSpec => ({ name, label: t(`plan.${name}`), type: 'date', required: true });
  const open = async (values: Record<string, unknown>): Promise<void> => {
    const made = await rest<Year>('POST', YEARS, { body: { ...values, year: proposal.year }, idempotencyKey: crypto.randomUUID() });
    await changed();
    await navigate({ to: `${base}/evaluation-years/${made.id}` as '/' });
  };
  const { reportUntil, checkUntil, reviewUntil } = proposal;
  return (
    <>
      {proposal.warning && <Alert type="warning" showIcon title={t(`warning.${proposal.warning}`)} description={t('open.warned', { day: proposal.publishBy })} />}
      <SummaryList groups={[{ title: t('open.schemes'), rows: proposal.schemes.map(one => ({ label: one.inForce ? t('open.inForce') : t('open.beside'), value: <>{one.title} <span className="hb-small hb-muted">{one.legalBasis} · {t('open.version', { day: one.effectiveFrom })}</span></> })) }]} />
      <section className="hb-card hb-stack">
        <h2>{t('open.dates', { year: proposal.year })}</h2>
        <QuickForm fields={[day('reportUntil'), day('checkUntil'), day('reviewUntil')]} initial={{ reportUntil, checkUntil, reviewUntil }} submit={t('open.act', { year: proposal.year })} onSubmit={open} control={FieldControl} />
      </section>
      <details className="hb-card"><summary>{t('open.rows')}</summary><ul className="hb-lines">{proposal.rows.map(row => <li key={row.key}>{row.title}：{row.value} {row.unit} <span className="hb-small hb-muted">{row.legalBasis}{!row.verified && t('unverified')}</span></li>)}</ul></details>
    </>
  );
}
