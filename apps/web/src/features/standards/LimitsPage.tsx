import { useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column, Filter } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { download } from '../exchange/send-file';
import { LimitImport } from './LimitImport';
import { limitsPath, MEDIA, optionsPath, PROPOSAL_TONES, proposalsPath, STANDARD_KINDS, standardsPath, TIERS, type Limit, type LimitOptions, type ProposalRow, type Standard } from './model';
import './standards.css';

const TABS = ['limits', 'standards', 'proposals'] as const;

/** Limits, standards and proposals, one list each. */
export function LimitsPage() {
  const { t } = useTranslation('standards');
  const { base, can } = useSession();
  const search = useSearch({ strict: false }) as { tab?: string };
  const tab = TABS.find(one => one === search.tab) ?? 'limits';
  const [importing, setImporting] = useState(false);
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={can('limit.propose') && (
          <>
            <Button onClick={() => void download(`${limitsPath}/template`, `${t('import.template')}.xlsx`)}>{t('import.template')}</Button>
            <Button onClick={() => setImporting(true)}>{t('list.import')}</Button>
            <ButtonLink to={`${base}/limits/propose-standard`}>{t('list.addStandard')}</ButtonLink>
            <ButtonLink to={`${base}/limits/propose?op=add`} kind="primary">{t('list.add')}</ButtonLink>
          </>
        )}
      />
      <TabLinks label={t('list.title')} active={tab} tabs={TABS.map(key => ({ key, label: t(`tab.${key}`) }))} />
      {tab === 'limits' && <Limits />}
      {tab === 'standards' && <Standards />}
      {tab === 'proposals' && <Proposals />}
      {importing && <LimitImport onClose={() => setImporting(false)} />}
    </>
  );
}

function Verified({ row }: { readonly row: { readonly verified: boolean } }) {
  const { t } = useTranslation('standards');
  return <StatusTag tone={row.verified ? 'success' : 'warning'}>{t(row.verified ? 'verified' : 'unverified')}</StatusTag>;
}

function Limits() {
  const { t } = useTranslation('standards');
  const { base } = useSession();
  const options = useQuery(readPath<LimitOptions>(optionsPath));
  const columns: Column<Limit>[] = [
    { key: 'what', title: t('column.what'), lead: true, render: row => `${textOf(row.sourceTitle)} ${textOf(row.pollutantTitle)}` },
    { key: 'value', title: t('column.value'), sortBy: 'value', align: 'end', render: row => <span className="hb-num hb-limit__cell">{row.value} {row.unit}</span> },
    { key: 'standard', title: t('column.standard'), sortBy: 'standard', render: row => <span>{row.standard}<span className="hb-small hb-muted hb-limit__title">{row.title}</span></span> },
    { key: 'tier', title: t('column.tier'), render: row => <span>{textOf(row.tierTitle)}{row.narrowed.length > 0 && <span className="hb-small hb-muted hb-limit__title">{row.narrowed.join('；')}</span>}</span> },
    { key: 'from', title: t('column.span'), sortBy: 'validFrom', render: row => <Span from={row.validFrom} to={row.validTo} /> },
    { key: 'verified', title: t('column.verified'), render: row => <Verified row={row} /> },
  ];
  return (
    <DataTable<Limit>
      caption={t('tab.limits')}
      path={limitsPath}
      columns={columns}
      filters={filtersOf(options.data, t)}
      searchHint={t('list.search')}
      rowKey={row => row.id}
      rowLink={row => `${base}/limits/${row.id}`}
      empty={<EmptyState title={t('list.empty')} />}
      onExport={query => download(withQuery(`${limitsPath}/export`, query), `${t('tab.limits')}.xlsx`)}
    />
  );
}

function Span({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  const { t } = useTranslation('standards');
  return (
    <span className="hb-num">
      {from ?? t('unknownDay')} – {to ?? t('open')}
    </span>
  );
}

type Translate = (key: string) => string;

function filtersOf(options: LimitOptions | undefined, t: Translate): Filter[] {
  const pollutants = new Map((options?.media ?? []).flatMap(one => one.pollutants.map(each => [each.value, each] as const)));
  return [
    { name: 'standard', label: t('column.standard'), options: (options?.standards ?? []).map(one => ({ value: one.value, label: one })) },
    { name: 'medium', label: t('field.medium'), options: MEDIA.map(value => ({ value, label: t(`medium.${value}`) })) },
    { name: 'pollutant', label: t('field.pollutant'), options: [...pollutants.values()].map(one => ({ value: one.value, label: one })) },
    { name: 'tier', label: t('column.tier'), options: TIERS.map(value => ({ value, label: t(`tier.${value}`) })) },
    { name: 'state', label: t('column.verified'), options: [{ value: 'unverified', label: t('unverified') }, { value: 'verified', label: t('verified') }] },
    { name: 'on', label: t('field.holdsOn'), type: 'date' },
  ];
}

function Standards() {
  const { t } = useTranslation('standards');
  const { base } = useSession();
  const columns: Column<Standard>[] = [
    { key: 'code', title: t('column.standard'), lead: true, render: row => row.code },
    { key: 'title', title: t('column.title'), render: row => <span>{row.title}{row.note && <span className="hb-small hb-muted hb-limit__title">{row.note}</span>}</span> },
    { key: 'kind', title: t('column.kind'), render: row => t(`kind.${row.kind}`) },
    { key: 'span', title: t('column.span'), render: row => <Span from={row.inForceFrom} to={row.inForceTo} /> },
    { key: 'next', title: t('column.replaced'), render: row => (row.replacedBy ? t('replacedBy', { code: row.replacedBy }) : row.replaces ? t('replaces', { code: row.replaces }) : '–') },
    { key: 'limits', title: t('column.limits'), align: 'end', render: row => <span className="hb-num">{row.limits}</span> },
    { key: 'verified', title: t('column.verified'), render: row => <Verified row={row} /> },
  ];
  return (
    <DataTable<Standard>
      caption={t('tab.standards')}
      path={standardsPath}
      columns={columns}
      searchHint={t('list.search')}
      rowKey={row => row.id}
      rowLink={row => `${base}/limits?standard=${encodeURIComponent(row.code)}`}
      filters={[
        { name: 'kind', label: t('column.kind'), options: STANDARD_KINDS.map(value => ({ value, label: t(`kind.${value}`) })) },
        { name: 'state', label: t('column.verified'), options: [{ value: 'unverified', label: t('unverified') }, { value: 'verified', label: t('verified') }] },
        { name: 'on', label: t('field.inForceOn'), type: 'date' },
      ]}
    />
  );
}

function Proposals() {
  const { t } = useTranslation('standards');
  const { base } = useSession();
  const columns: Column<ProposalRow>[] = [
    { key: 'first', title: t('column.change'), lead: true, render: row => (row.changes > 1 ? t('proposal.more', { first: row.first, count: row.changes }) : row.first) },
    { key: 'state', title: t('column.state'), render: row => <StatusTag tone={PROPOSAL_TONES[row.state]}>{t(`state.${row.state}`)}</StatusTag> },
    { key: 'reason', title: t('column.reason'), render: row => row.reason },
    { key: 'by', title: t('column.by'), render: row => row.proposedByName },
    { key: 'at', title: t('column.at'), render: row => <DateText value={row.proposedAt} time /> },
    { key: 'decided', title: t('column.decided'), render: row => row.decidedByName ?? '–' },
  ];
  return (
    <DataTable<ProposalRow>
      caption={t('tab.proposals')}
      path={proposalsPath}
      columns={columns}
      searchHint={t('proposal.search')}
      rowKey={row => row.id}
      rowLink={row => `${base}/limit-proposals/${row.id}`}
      filters={[{ name: 'state', label: t('column.state'), options: (['proposed', 'confirmed', 'rejected', 'withdrawn'] as const).map(value => ({ value, label: t(`state.${value}`) })) }]}
      empty={<EmptyState title={t('proposal.empty')}>{t('proposal.emptyHint')}</EmptyState>}
    />
  );
}
