import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { ReportsOfPermit } from '@/features/reports/ReportsOfPermit';
import { textOf } from '@/i18n';
import { AppLink } from '@/shared/ui/AppLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { ConditionList } from '../conditions/ConditionList';
import { LimitTable } from '../conditions/LimitTable';
import { registerPath, toneOf, type PublicPermit } from './model';
import { PublicAmounts } from './PublicAmounts';
import { Versions } from './Versions';
import './register.css';

/** The page behind the QR code: the standing of this moment, whether the record still fits its signature, and what the permit said on any day. */
export function CheckPermitPage() {
  const { t } = useTranslation('register');
  const { permitId = '' } = useParams({ strict: false }) as { permitId?: string };
  const { on } = useSearch({ strict: false }) as { on?: string };
  // never from memory: what was true a minute ago may be revoked now
  const permit = useQuery({ ...readPath<PublicPermit>(`${registerPath}/${permitId}`, { on }), staleTime: 0, gcTime: 0, refetchOnWindowFocus: 'always' });
  if (permit.isPending) return <PageSkeleton />;
  if (permit.error) return <RouteErrorPage error={permit.error} />;
  const { data } = permit;
  return (
    <div className="hb-container">
      <PageHeader
        title={t('check.title')}
        back={{ to: '/permits', label: t('check.back') }}
        tags={<StatusTag tone={toneOf(data.status)}>{t(`status.${data.status}`)}</StatusTag>}
        lead={<>{t('check.at')} <DateText value={data.checkedAt} time /></>}
      />
      <div className="hb-stack">
        <Standing permit={data} />
        {data.coming && <Alert type="info" showIcon title={t('check.coming', { version: data.coming.number, day: data.coming.effectiveFrom, until: data.coming.validTo })} description={t('check.comingHint', { version: data.shownVersion })} />}
        {data.source === 'national' && <Alert type="info" showIcon title={t('check.imported', { day: data.sourceOn ?? '' })} description={data.signatureHolds === null ? t('check.importedHint') : undefined} />}
        {data.signatureHolds !== null && <Alert type={data.signatureHolds ? 'success' : 'error'} showIcon title={t(data.signatureHolds ? 'check.signatureOk' : 'check.signatureBad')} />}
        <div className="hb-row hb-no-print">
          {!['valid', 'expired'].includes(data.status) && <span className="hb-muted">{t('check.noDownload')}</span>}
          {data.certificateReady && <a href={`${registerPath}/${data.id}/certificate?version=${data.shownVersion}`}>{t('check.download')}</a>}
          <a href={`${registerPath}/${data.id}/json`}>{t('check.json')}</a>
          <AppLink to="/verify">{t('verify.title')}</AppLink>
        </div>
        <AsOf permit={data} on={on} />
        <Facts permit={data} />
        <LaidDown permit={data} />
        <Content permit={data} />
        <PublicAmounts permit={data} />
        <ReportsOfPermit permitId={data.id} />
        <Versions permit={data} />
        {data.signedText !== '' && (
          <details>
            <summary>{t('check.technical')}</summary>
            {[data.signedText, data.signature, data.signingKey].map(text => <p key={text} className="hb-small hb-num hb-register__long">{text}</p>)}
          </details>
        )}
      </div>
    </div>
  );
}

/** Said before anything else when it does not hold today. */
function Standing({ permit }: { readonly permit: PublicPermit }) {
  const { t } = useTranslation('register');
  if (permit.status === 'valid') return null;
  return (
    <Alert
      type={permit.renewal?.inTime ? 'warning' : 'error'}
      showIcon
      title={permit.endedOn ? t('check.ended', { day: permit.endedOn, status: t(`status.${permit.status}`) }) : t('check.expired', { day: permit.validTo })}
      description={permit.endBasis ? `${t('check.basis')}${permit.endBasis}` : permit.renewal ? t(permit.renewal.inTime ? 'check.renewalInTime' : 'check.renewalLate', { day: permit.renewal.submittedOn }) : undefined}
    />
  );
}

/** What the permit said on another day; the address keeps the day. */
function AsOf({ permit, on }: { readonly permit: PublicPermit; readonly on: string | undefined }) {
  const { t } = useTranslation('register');
  const navigate = useNavigate();
  const id = useId();
  const show = (day: string): void => void navigate({ to: '.', search: (day ? { on: day } : {}) as never, resetScroll: false });
  return (
    <section className="hb-card hb-stack hb-no-print">
      <div className="hb-row">
        <label htmlFor={id}>{t('asOf.label')}</label>
        <Input id={id} type="date" value={on ?? ''} max={new Date(permit.checkedAt).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })} style={{ width: 180 }} onChange={event => show(event.target.value)} />
        {on && <AppLink to={`/check/${permit.id}`}>{t('asOf.today')}</AppLink>}
      </div>
      {on && <p role="status">{t('asOf.shown', { day: permit.asOf, version: permit.shownVersion, standing: t(`status.${permit.standing}`) })}</p>}
    </section>
  );
}

function Facts({ permit }: { readonly permit: PublicPermit }) {
  const { t } = useTranslation('register');
  const rows = [
    { label: t('column.number'), value: <span className="hb-num">{permit.number}</span> },
    { label: t('column.name'), value: `${permit.enterpriseName} · ${permit.siteName}` },
    { label: t('facts.uscc'), value: <span className="hb-num">{permit.uscc}</span> },
    { label: t('facts.site'), value: permit.siteAddress },
    { label: t('column.industry'), value: `${permit.industryName}（${permit.industryCode}）` },
    { label: t('column.category'), value: t(`category.${permit.managementCategory === 'key' ? 'key' : 'simplified'}`) },
    { label: t('facts.issuer'), value: permit.issuer },
    { label: t('column.issuedOn'), value: <DateText value={permit.issuedOn} /> },
    { label: t('facts.validity'), value: `${permit.validFrom} — ${permit.validTo}` },
  ];
  return <SummaryList groups={[{ title: t('facts.title'), rows }]} />;
}

/** Limits and conditions of the day; what tells a trade secret is counted only. */
function LaidDown({ permit }: { readonly permit: PublicPermit }) {
  const { t } = useTranslation('register');
  return (
    <>
      <section className="hb-card"><h2>{t('laid.limits')}</h2><LimitTable limits={permit.limits} /></section>
      <section className="hb-card hb-stack">
        <h2>{t('laid.conditions')}</h2>
        <ConditionList conditions={permit.conditions} none={t('laid.none')} />
        {permit.withheldConditions > 0 && <p className="hb-muted">{t('laid.withheld', { count: permit.withheldConditions })}</p>}
      </section>
    </>
  );
}

function Content({ permit }: { readonly permit: PublicPermit }) {
  const { t } = useTranslation('register');
  const groups = permit.content.map(section => ({
    title: textOf(section.title),
    rows: [
      ...section.facts.map(fact => ({ label: textOf(fact.label), value: fact.value === '' ? null : `${fact.value}${fact.unit ? ` ${fact.unit}` : ''}` })),
      ...section.tables.map(table => ({ label: textOf(table.caption), value: <ContentTable table={table} /> })),
    ],
  }));
  return (
    <>
      {permit.withheld.length > 0 && <Alert type="info" showIcon title={`${t('check.withheld')}${permit.withheld.join('、')}`} />}
      <SummaryList groups={groups} />
    </>
  );
}

function ContentTable({ table }: { readonly table: PublicPermit['content'][number]['tables'][number] }) {
  if (table.rows.length === 0) return null;
  return (
    <div className="hb-register__scroll" tabIndex={0} role="group" aria-label={textOf(table.caption)}>
      <table className="hb-register__table">
        <thead>
          <tr>{table.columns.map(column => <th key={column.name} scope="col">{textOf(column.label)}{column.unit ? `（${column.unit}）` : ''}</th>)}</tr>
        </thead>
        <tbody>{table.rows.map((row, index) => <tr key={index}>{row.map((cell, at) => <td key={at}>{cell}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}
