import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useCity } from '@/session/city';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { ROUTES, SUBJECTS, useComplaintsChanged, type Route } from './model';

/** One row of the routing table; new without an id in the address. */
export function RoutePage() {
  const { routeId } = useParams({ strict: false }) as { routeId?: string };
  const route = useQuery({ ...readPath<Route>(`${ROUTES}/${routeId ?? ''}`), enabled: routeId !== undefined });
  if (routeId !== undefined && route.isPending) return <PageSkeleton />;
  if (routeId !== undefined && !route.data) return <RouteErrorPage error={route.error} onRetry={() => void route.refetch()} />;
  return <Shown key={route.data?.version ?? 'new'} route={routeId === undefined ? undefined : route.data} />;
}

function Shown({ route }: { readonly route: Route | undefined }) {
  const { t } = useTranslation('complaints');
  const { base } = useSession();
  return (
    <>
      <PageHeader
        title={route ? route.unit : t('routes.newTitle')} back={{ to: `${base}/complaint-routes`, label: t('routes.back') }}
        lead={route ? t('routes.setBy', { name: route.setByName, at: route.setAt.slice(0, 10) }) : t('routes.lead')}
      />
      {route && !route.mayChange ? <Reading route={route} /> : <Editing route={route} />}
    </>
  );
}

function Reading({ route }: { readonly route: Route }) {
  const { t } = useTranslation('complaints');
  const rows = [
    { label: t('routes.kind'), value: t(`routes.${route.kind}`) }, { label: t('routes.unit'), value: route.unit }, { label: t('routes.phone'), value: route.phone },
    { label: t('routes.subject'), value: route.subject ? t(`subject.${route.subject}`) : t('routes.all') },
    { label: t('routes.words'), value: route.placeWords.length > 0 ? route.placeWords.join('、') : t('routes.anyPlace') },
    { label: t('routes.basis'), value: route.basis }, { label: t('routes.from'), value: <DateText value={route.effectiveFrom} /> },
    { label: t('routes.until'), value: route.effectiveTo ? <DateText value={route.effectiveTo} /> : t('routes.open') },
  ];
  return <div className="hb-stack"><p className="hb-muted">{t('routes.readOnly')}</p><SummaryList groups={[{ title: t('routes.title'), rows }]} /></div>;
}

function Editing({ route }: { readonly route: Route | undefined }) {
  const { t } = useTranslation('complaints');
  const { base } = useSession();
  const navigate = useNavigate();
  const city = useCity();
  const changed = useComplaintsChanged();
  const [key] = useState(newIdempotencyKey);
  const fields: FieldSpec[] = [
    { name: 'kind', label: t('routes.kind'), type: 'select', required: true, options: (['own', 'other'] as const).map(value => ({ value, label: t(`routes.${value}`) })) },
    { name: 'unit', label: t('routes.unit'), type: 'text', required: true, max: 60 },
    { name: 'phone', label: t('routes.phone'), type: 'text', max: 20 },
    { name: 'subject', label: t('routes.subject'), type: 'select', help: t('routes.all'), options: SUBJECTS.map(value => ({ value, label: t(`subject.${value}`) })) },
    { name: 'placeWords', label: t('routes.words'), type: 'textarea', help: t('routes.wordsHelp') },
    { name: 'basis', label: t('routes.basis'), type: 'text', required: true, max: 200 },
    { name: 'regionCode', label: t('routes.region'), type: 'code', required: true, max: 12 },
    { name: 'effectiveFrom', label: t('routes.from'), type: 'date', required: true },
    { name: 'effectiveTo', label: t('routes.until'), type: 'date', help: t('routes.untilHelp') },
  ];
  const initial = route ? { ...route, placeWords: route.placeWords.join('\n') } : { kind: 'own', regionCode: city?.adcode ?? '' };
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const placeWords = String(values['placeWords'] ?? '').split('\n').map(one => one.trim()).filter(Boolean);
    const body = { ...values, placeWords, subject: values['subject'] || null, phone: values['phone'] || null, effectiveTo: values['effectiveTo'] || null };
    if (route) await rest('PUT', `${ROUTES}/${route.id}`, { body, version: route.version });
    else await rest('POST', ROUTES, { body, idempotencyKey: key });
    await changed();
    await navigate({ to: `${base}/complaint-routes` });
  };
  return <section className="hb-card"><QuickForm fields={fields} initial={initial} submit={t('routes.save')} onSubmit={save} control={FieldControl} layout="grid" /></section>;
}
