import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Grade } from '../credit/parts';
import { COLOURS, EVALUATIONS, STAGE_TONE, STAGES, YEARS, type Item } from './model';

/** The own evaluations: what is to be done and how many days are left, and the grades of past years. */
export function OwnPage() {
  const { t } = useTranslation('credit-evaluation');
  const { base, can, organisation } = useSession();
  const isFirm = organisation?.orgKind === 'firm';
  const english = useLanguage() === 'en';
  const columns: Column<Item>[] = [
    { key: 'year', title: t('year.year'), lead: true, render: row => t('year.name', { year: row.year }) },
    { key: 'name', title: t('list.name'), wideOnly: !isFirm, render: row => row.subjectName },
    { key: 'stage', title: t('list.stage'), render: row => <StatusTag tone={STAGE_TONE[row.stage]}>{english ? row.stageEn : row.stageZh}</StatusTag> },
    { key: 'left', title: t('list.due'), render: row => (row.daysLeft === null ? '—' : <DeadlineBadge remaining={row.daysLeft} due={row.dueOn} unit="day" />) },
    { key: 'grade', title: t('list.grade'), render: row => (row.gradeTitle ? <Grade title={row.gradeTitle} colour={row.colour ?? 'grey'} /> : '—') },
  ];
  return (
    <>
      <PageHeader title={t('own.title')} lead={t(isFirm ? 'own.leadFirm' : 'own.lead')} back={isFirm ? undefined : { to: `${base}/credit`, label: t('page.credit') }} />
      <div className="hb-stack">
        <DataTable<Item> caption={t('own.title')} path={EVALUATIONS} columns={columns} rowKey={row => row.id} rowLink={row => `${base}/credit-evaluations/${row.id}`} defaultSort="-name" searchHint={t('list.search')}
          filters={[{ name: 'stage', label: t('list.stage'), options: STAGES.map(value => ({ value, label: t(`stage.${value}`) })) }, { name: 'colour', label: t('list.grade'), options: COLOURS.map(value => ({ value, label: t(`colour.${value}`) })) }]} empty={<EmptyState title={t(isFirm ? 'own.emptyFirm' : 'own.empty')}>{t(isFirm ? 'own.emptyFirmHint' : 'own.emptyHint')}</EmptyState>} />
        {can('evaluation-year.volunteer') && <Volunteering />}
      </div>
    </>
  );
}

function Volunteering() {
  const { t } = useTranslation('credit-evaluation');
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const send = async (body: Record<string, unknown>): Promise<void> => {
    setDone((await rest<{ year: number }>('POST', `${YEARS}/volunteers`, { body })).year);
    setOpen(false);
  };
  if (done !== null) return <Alert type="success" showIcon title={t('own.volunteered', { year: done })} />;
  if (!open) return <p><Button onClick={() => setOpen(true)}>{t('own.volunteer')}</Button></p>;
  return <section className="hb-card hb-stack"><h2>{t('own.volunteer')}</h2><QuickForm fields={[{ name: 'reason', label: t('own.reason'), type: 'textarea', required: true, max: 500 }]} submit={t('own.volunteer')} onSubmit={send} control={FieldControl} aside={<Button onClick={() => setOpen(false)}>{t('act.cancel')}</Button>} /></section>;
}
