import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { filled, monitoringPath, type AutomaticPlaces, type Monitoring, type Outage } from './model';

/** What is written in times on these pages. */
export const TIME_PATTERN = '^\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}$';

/** 自动监测设备故障: which device fails, since when, why. */
export function OutageNewPage() {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const { permitId = '' } = useParams({ strict: false }) as { permitId?: string };
  const permit = useQuery(readPath<Monitoring>(monitoringPath(permitId)));
  const places = useQuery(readPath<AutomaticPlaces>(`${monitoringPath(permitId)}/automatic-places`));
  if (permit.error ?? places.error) return <RouteErrorPage error={permit.error ?? places.error} />;
  if (!permit.data || !places.data) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={t('outage.report')} back={{ to: `${base}/records/${permitId}?tab=outages`, label: t('tab.outages') }} lead={`${permit.data.enterpriseName} · ${permit.data.siteName}`} />
      <section className="hb-card hb-stack">
        {places.data.places.length === 0 ? <EmptyState title={t('outage.noPlace')}>{t('outage.noPlaceHint')}</EmptyState> : <Report permitId={permitId} places={places.data.places} />}
      </section>
    </>
  );
}

function Report({ permitId, places }: { readonly permitId: string; readonly places: AutomaticPlaces['places'] }) {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const fields = useMemo((): FieldSpec[] => [
    { name: 'place', label: t('outage.place'), type: 'select', required: true, options: places.map(one => ({ value: one.place, label: `${one.place} ${one.placeName}`.trim() })) },
    ...places.map((one): FieldSpec => ({
      name: `of_${one.place}`, label: t('outage.pollutants'), type: 'multiselect', help: t('outage.pollutantsHelp'), visibleWhen: { field: 'place', in: [one.place] },
      options: one.pollutants.map((value, at) => ({ value, label: textOf(one.pollutantTitles[at] ?? { zh: value, en: value }) })),
    })),
    { name: 'startedAt', label: t('outage.from'), type: 'text', required: true, example: '2026-11-24 09:30', pattern: TIME_PATTERN, patternHint: t('result.atHint') },
    { name: 'endedAt', label: t('outage.to'), type: 'text', example: '2026-11-24 15:00', pattern: TIME_PATTERN, patternHint: t('result.atHint'), help: t('outage.toHelp') },
    { name: 'cause', label: t('outage.cause'), type: 'textarea', required: true, min: 4, max: 1000, example: '在线分析仪泵管破裂' },
  ], [places, t]);
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const chosen = values[`of_${String(values['place'])}`];
    const body = filled({ place: values['place'], pollutants: chosen, startedAt: values['startedAt'], endedAt: values['endedAt'], cause: values['cause'] });
    const made = await rest<Outage>('POST', `${monitoringPath(permitId)}/outages`, { body, idempotencyKey: key });
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith('/api/v1/monitoring') });
    await navigate({ to: `${base}/outages/${made.id}` });
  };
  return <QuickForm fields={fields} submit={t('outage.send')} head={<p>{t('outage.lead')}</p>} control={FieldControl} onSubmit={send} />;
}
