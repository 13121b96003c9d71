import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { EnterprisePicker } from './EnterprisePicker';
import { OFFICERS, useEnforcementChanged, type Officer, type OfficerItem } from './model';

/** Who may be sent, until when. */
export function OfficerListPage() {
  const { t } = useTranslation('enforcement');
  const { base, can } = useSession();
  const columns: Column<OfficerItem>[] = [
    { key: 'name', title: t('officers.name'), sortBy: 'name', lead: true, render: row => row.name },
    { key: 'certificate', title: t('officers.certificate'), render: row => <span className="hb-num">{row.certificateNo}</span> },
    { key: 'until', title: t('officers.until'), render: row => row.validUntil },
    { key: 'state', title: t('state'), render: row => <Standing officer={row} /> },
  ];
  return (
    <>
      <PageHeader title={t('officers.title')} lead={t('officers.lead')} actions={can('enforcement-officer.keep') && <ButtonLink to={`${base}/enforcement-officers/new`} kind="primary">{t('officers.add')}</ButtonLink>} />
      <DataTable<OfficerItem>
        caption={t('officers.title')}
        path={OFFICERS}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/enforcement-officers/${row.id}`}
        searchHint={t('officers.search')}
        defaultSort="name"
        filters={[
          { name: 'state', label: t('state'), options: (['active', 'paused'] as const).map(value => ({ value, label: t(`officers.states.${value}`) })) },
          { name: 'ending', label: t('officers.ending'), options: [{ value: 'true', label: t('officers.endingSoon') }] },
        ]}
        onExport={query => download(`${OFFICERS}/export`, query, `${t('officers.title')}.xlsx`)}
        empty={<EmptyState title={t('officers.empty')} />}
      />
    </>
  );
}

function Standing({ officer }: { readonly officer: OfficerItem }) {
  const { t } = useTranslation('enforcement');
  if (officer.state === 'paused') return <StatusTag tone="warning">{t('officers.states.paused')}</StatusTag>;
  return officer.canGo ? <StatusTag tone="success">{t('officers.canGo')}</StatusTag> : <StatusTag tone="danger">{t('officers.outOfDate')}</StatusTag>;
}

function useCertificate(): FieldSpec[] {
  const { t } = useTranslation('enforcement');
  return [
    { name: 'certificateNo', label: t('officers.certificate'), type: 'text', required: true, max: 40, width: 'full' },
    { name: 'validFrom', label: t('officers.from'), type: 'date', required: true, width: 'half' },
    { name: 'validUntil', label: t('officers.until'), type: 'date', required: true, width: 'half' },
  ];
}

/** Puts a member of the bureau on the list. */
export function NewOfficerPage() {
  const { t } = useTranslation('enforcement');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useEnforcementChanged();
  const [key] = useState(newIdempotencyKey);
  const certificate = useCertificate();
  const people = useQuery(readPath<readonly { userId: string; name: string }[]>(`${OFFICERS}/candidates`));
  if (people.isPending) return <PageSkeleton />;
  if (people.error) return <RouteErrorPage error={people.error} onRetry={() => void people.refetch()} />;
  const save = async (body: Record<string, unknown>): Promise<void> => {
    const { id } = await rest<Officer>('POST', OFFICERS, { body, idempotencyKey: key });
    await changed();
    await navigate({ to: `${base}/enforcement-officers/${id}` });
  };
  return (
    <>
      <PageHeader title={t('officers.add')} lead={t('officers.addLead')} back={{ to: `${base}/enforcement-officers`, label: t('officers.title') }} />
      <section className="hb-card">
        <QuickForm fields={[{ name: 'userId', label: t('officers.person'), type: 'select', required: true, width: 'full', options: people.data.map(one => ({ value: one.userId, label: one.name })) }, ...certificate]} submit={t('officers.add')} onSubmit={save} control={FieldControl} layout="grid" />
      </section>
    </>
  );
}

/** One officer: certificate, standing, and the enterprises this person does not go to. */
export function OfficerPage() {
  const { officerId = '' } = useParams({ strict: false }) as { officerId?: string };
  const officer = useQuery(readPath<Officer>(`${OFFICERS}/${officerId}`));
  if (officer.isPending) return <PageSkeleton />;
  if (officer.error) return <RouteErrorPage error={officer.error} onRetry={() => void officer.refetch()} />;
  return <Whole key={officer.data.version} officer={officer.data} />;
}

function Whole({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation('enforcement');
  const { base } = useSession();
  const changed = useEnforcementChanged();
  const certificate = useCertificate();
  const keep = officer.actions.includes('keep');
  const fields: FieldSpec[] = [
    ...certificate,
    { name: 'state', label: t('state'), type: 'select', required: true, width: 'half', options: (['active', 'paused'] as const).map(value => ({ value, label: t(`officers.states.${value}`) })) },
    { name: 'pausedReason', label: t('officers.pausedReason'), type: 'text', max: 300, visibleWhen: { field: 'state', in: ['paused'] }, required: { field: 'state', in: ['paused'] }, width: 'half' },
  ];
  const { certificateNo, validFrom, validUntil, state, pausedReason } = officer;
  return (
    <div className="hb-stack">
      <PageHeader title={officer.name} lead={certificateNo} back={{ to: `${base}/enforcement-officers`, label: t('officers.title') }} tags={<Standing officer={officer} />} />
      {keep ? (
        <section className="hb-card">
          <QuickForm
            fields={fields}
            initial={{ certificateNo, validFrom, validUntil, state, pausedReason: pausedReason ?? '' }}
            submit={t('save')}
            onSubmit={async values => {
              await rest('PUT', `${OFFICERS}/${officer.id}`, { body: { ...values, pausedReason: values['state'] === 'paused' ? values['pausedReason'] : null }, version: officer.version });
              await changed();
            }}
            control={FieldControl}
            layout="grid"
          />
        </section>
      ) : (
        <SummaryList groups={[{ title: t('officers.certificate'), rows: [{ label: t('officers.from'), value: validFrom }, { label: t('officers.until'), value: validUntil }] }]} />
      )}
      <Avoidances officer={officer} />
    </div>
  );
}

function Avoidances({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation('enforcement');
  const changed = useEnforcementChanged();
  const [adding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<Officer['avoidances'][number] | null>(null);
  const [enterpriseId, setEnterpriseId] = useState('');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('avoid.title')}</h2>
      <p className="hb-muted">{t('avoid.lead')}</p>
      {officer.avoidances.length === 0 && <p>{t('avoid.none')}</p>}
      <ul className="hb-lines">
        {officer.avoidances.map(one => (
          <li key={one.id}>
            <strong>{one.enterpriseName}</strong> {one.liftedAt ? <StatusTag tone="muted">{t('avoid.lifted')}</StatusTag> : <StatusTag tone="warning">{t('avoid.holds')}</StatusTag>}
            <div>{one.reason}</div>
            <div className="hb-small hb-muted">{one.declaredByName} <DateText value={one.declaredAt} />{one.liftedReason && ` · ${t('avoid.liftedWhy', { name: one.liftedByName ?? '', reason: one.liftedReason })}`}</div>
            {!one.liftedAt && officer.actions.includes('keep') && <Button size="small" onClick={() => setLifting(one)}>{t('avoid.lift')}<span className="hb-sr-only"> {one.enterpriseName}</span></Button>}
          </li>
        ))}
      </ul>
      {officer.actions.includes('avoid') && <div><Button onClick={() => setAdding(true)}>{t('avoid.add')}</Button></div>}
      <ConfirmAct
        open={adding}
        title={t('avoid.addTitle', { name: officer.name })}
        act={t('avoid.add')}
        ready={enterpriseId !== ''}
        reason={{ label: t('avoid.reason'), required: true }}
        onConfirm={async reason => {
          await rest('POST', `${OFFICERS}/${officer.id}/avoidances`, { body: { enterpriseId, reason } });
          await changed();
        }}
        onClose={() => setAdding(false)}
      >
        <EnterprisePicker value={enterpriseId} onChange={setEnterpriseId} />
      </ConfirmAct>
      <ConfirmAct
        open={lifting !== null}
        title={t('avoid.liftTitle', { name: lifting?.enterpriseName ?? '' })}
        act={t('avoid.lift')}
        reason={{ label: t('avoid.liftReason'), required: true }}
        onConfirm={async reason => {
          await rest('POST', `${OFFICERS}/${officer.id}/avoidances/${lifting?.id ?? ''}/lift`, { body: { reason } });
          await changed();
        }}
        onClose={() => setLifting(null)}
      />
    </section>
  );
}
