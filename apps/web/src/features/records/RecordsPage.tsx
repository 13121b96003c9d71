import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { TabLinks } from '@/shared/ui/TabLinks';
import { Amounts } from './Amounts';
import { DayEntries } from './DayEntries';
import { EntryList } from './EntryList';
import { Gaps } from './Gaps';
import { ledgerPath, type Ledger } from './model';
import { MonitoringPlan } from './MonitoringPlan';
import { OutageList } from './OutageList';
import { PermitTag } from './PermitTag';
import './records.css';
import { ResultList } from './ResultList';

/** Everything that is written down under one permit. */
export function RecordsPage() {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const { permitId = '' } = useParams({ strict: false }) as { permitId?: string };
  const ledger = useQuery(readPath<Ledger>(ledgerPath(permitId)));
  const asked = (useSearch({ strict: false }) as Record<string, string>)['tab'];
  if (ledger.isPending) return <PageSkeleton />;
  if (ledger.error) return <RouteErrorPage error={ledger.error} />;
  const mayWrite = ledger.data.actions.includes('ledger.write');
  const keys = [...(mayWrite ? ['day'] : []), 'gaps', 'entries', 'plan', 'results', 'outages', 'amounts'];
  const tab = asked && keys.includes(asked) ? asked : (keys[0] as string);
  return (
    <>
      <PageHeader title={`${ledger.data.enterpriseName} · ${ledger.data.siteName}`} back={{ to: `${base}/records`, label: t('list.title') }} lead={<AppLink to={`${base}/certificates/${permitId}`}><span className="hb-num">{ledger.data.number}</span></AppLink>} tags={<PermitTag permit={ledger.data} />} />
      <TabLinks label={t('list.title')} active={tab} tabs={keys.map(key => ({ key, label: t(`tab.${key}`) }))} />
      {tab === 'day' && <DayEntries ledger={ledger.data} />}
      {tab === 'gaps' && <Gaps permitId={permitId} />}
      {tab === 'entries' && <EntryList ledger={ledger.data} />}
      {tab === 'plan' && <MonitoringPlan permitId={permitId} />}
      {tab === 'results' && <ResultList permitId={permitId} />}
      {tab === 'outages' && <PermitOutages permitId={permitId} mayReport={mayWrite} />}
      {tab === 'amounts' && <Amounts permitId={permitId} />}
    </>
  );
}

function PermitOutages({ permitId, mayReport }: { readonly permitId: string; readonly mayReport: boolean }) {
  const { t } = useTranslation('records');
  const { base } = useSession();
  return (
    <div className="hb-stack">
      <p>{t('outage.lead')}</p>
      {mayReport && <p><ButtonLink to={`${base}/records/${permitId}/outages/new`} kind="primary">{t('outage.report')}</ButtonLink></p>}
      <OutageList permitId={permitId} />
    </div>
  );
}
