import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import './firms.css';
import { INTEGRITY_TONE, LIFE_STAGES, SERVICE_KINDS, type FirmItem, type Kind, type ServiceItem } from './model';
import { useCapacity, useScore } from './words';

const MOST = 4;

/** The register of verified firms; two to four of them are compared side by side. */
export function RegisterPage() {
  const { t } = useTranslation('firms');
  const { with: chosen } = useSearch({ strict: false }) as { with?: string };
  const [picked, setPicked] = useState<readonly { id: string; name: string }[]>(chosen ? [{ id: chosen, name: '' }] : []);
  const toggle = (firm: FirmItem): void => setPicked(list => (list.some(one => one.id === firm.firmId) ? list.filter(one => one.id !== firm.firmId) : [...list, { id: firm.firmId, name: firm.firmName }]));
  return (
    <div className="hb-container">
      <PageHeader title={t('register.title')} lead={t('register.lead')} />
      <DataTable<FirmItem>
        caption={t('register.caption')}
        path="/api/v1/public/firms"
        columns={useColumns(picked.map(one => one.id), toggle)}
        rowKey={firm => firm.firmId}
        rowLink={firm => `/firms/${firm.firmId}`}
        searchHint={t('register.search')}
        filters={useFilters()}
        empty={<EmptyState title={t('register.empty')}>{t('register.emptyHint')}</EmptyState>}
      />
      {picked.length > 0 && (
        <div className="hb-pick" role="status">
          <span>{t('register.picked', { count: picked.length })}</span>
          <Button onClick={() => setPicked([])}>{t('register.clear')}</Button>
          {picked.length > 1 && <ButtonLink kind="primary" to={`/firms/compare?ids=${picked.map(one => one.id).join(',')}`}>{t('register.compare')}</ButtonLink>}
        </div>
      )}
    </div>
  );
}

function useColumns(picked: readonly string[], toggle: (firm: FirmItem) => void): Column<FirmItem>[] {
  const { t } = useTranslation('firms');
  const [capacity, score] = [useCapacity(), useScore()];
  return [
    { key: 'name', title: t('register.name'), lead: true, render: firm => firm.firmName },
    { key: 'services', title: t('register.services'), render: firm => firm.services.map(service => service.title).join('、') || t('register.none') },
    { key: 'qualifications', title: t('register.qualifications'), render: firm => firm.qualificationKinds.join('、') || t('register.none') },
    { key: 'capacity', title: t('register.capacity'), render: capacity },
    {
      key: 'score', title: t('register.score'), render: firm => (
        <>
          {score(firm)}
          {firm.vetoedUntil && <div><StatusTag tone="danger">{t('reputation:veto', { day: firm.vetoedUntil })}</StatusTag></div>}
          {firm.integrity !== 'clear' && <div><StatusTag tone={INTEGRITY_TONE[firm.integrity]}>{t(`integrity.${firm.integrity}`)}</StatusTag></div>}
        </>
      ),
    },
    {
      key: 'pick', title: t('register.pick'), render: firm => (
        <Checkbox checked={picked.includes(firm.firmId)} disabled={picked.length >= MOST && !picked.includes(firm.firmId)} aria-label={`${t('register.pick')} ${firm.firmName}`} onChange={() => toggle(firm)} />
      ),
    },
  ];
}

function useFilters() {
  const { t } = useTranslation('firms');
  const english = useLanguage() === 'en';
  const services = useQuery(readPath<readonly ServiceItem[]>('/api/v1/public/services'));
  const kinds = useQuery(readPath<readonly Kind[]>('/api/v1/public/qualification-kinds'));
  return [
    { name: 'kind', label: t('register.kind'), options: SERVICE_KINDS },
    { name: 'stage', label: t('register.stage'), options: LIFE_STAGES },
    { name: 'service', label: t('register.service'), options: (services.data ?? []).map(one => ({ value: one.code, label: english ? one.titleEn : one.titleZh })) },
    { name: 'qualification', label: t('register.qualification'), options: (kinds.data ?? []).map(one => ({ value: one.name, label: english ? one.nameEn : one.name })) },
    { name: 'region', label: t('register.region'), type: 'text' as const },
    { name: 'valid', label: t('register.valid'), options: [{ value: 'true', label: t('register.validOnly') }] },
    { name: 'sort', label: t('register.sort'), options: [{ value: 'name', label: t('register.byName') }, { value: 'newest', label: t('register.byNew') }, { value: 'free', label: t('register.byFree') }] },
  ];
}

