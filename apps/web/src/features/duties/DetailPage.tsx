import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { dutiesPath, STATUS_TONES, type Duty } from './model';

/** One duty: what, by when, on which ground. */
export function DetailPage() {
  const { dutyId = '' } = useParams({ strict: false }) as { dutyId?: string };
  const duty = useQuery(readPath<Duty>(`${dutiesPath}/${dutyId}`));
  if (duty.error) return <RouteErrorPage error={duty.error} />;
  if (!duty.data) return <PageSkeleton />;
  return <Whole duty={duty.data} />;
}

function Whole({ duty }: { readonly duty: Duty }) {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const isOpen = duty.status !== 'done' && duty.status !== 'excused' && duty.kind !== 'retention' && !duty.kind.startsWith('report-');
  const done = async (note: string): Promise<void> => {
    await rest('POST', `${dutiesPath}/${duty.id}/done`, { body: { note }, version: duty.version });
    await queries.invalidateQueries();
  };
  return (
    <>
      <PageHeader
        title={textOf(duty.title)}
        back={{ to: `${base}/duties`, label: t('list.title') }}
        tags={<StatusTag tone={STATUS_TONES[duty.status]}>{t(`status.${duty.status}`)}</StatusTag>}
        actions={isOpen && duty.actions.includes('duty.do') && <Button type="primary" onClick={() => setOpen(true)}>{t('detail.done')}</Button>}
      />
      <section className="hb-card hb-stack">
        <p><strong>{t('detail.dueOn')}</strong> <DateText value={duty.dueOn} /></p>
        {duty.isDayOff && <p>{t('detail.dayOff')}</p>}
        {duty.provisional && <p>{t('detail.provisional')}</p>}
        <p>{textOf(duty.content)}</p>
        {duty.excuse && <p>{textOf(duty.excuse)}</p>}
        {duty.doneNote && <p>{duty.doneByName}：{duty.doneNote}</p>}
        <p className="hb-muted">{t('detail.basis')}{duty.legalBasis}{!duty.verified && t('detail.unverified')}</p>
        <p className="hb-muted">{duty.enterpriseName} · {duty.siteName} · <span className="hb-num">{duty.permitNumber}</span></p>
      </section>
      <ConfirmAct open={open} title={t('detail.doneTitle')} act={t('detail.done')} reason={{ label: t('detail.note'), required: true }} onConfirm={done} onClose={() => setOpen(false)} />
    </>
  );
}
