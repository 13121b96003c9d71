import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton, Skeleton } from '@/shared/ui/Skeletons';
import { Comparison } from './Comparison';
import { LimitQuestionControl } from './LimitQuestionControl';
import { optionsPath, strictestPath, type LimitOptions, type Strictest } from './model';
import type { LimitQuestion } from './question';
import './standards.css';

/** 适用标准查询: what emits, which pollutant, and what is known of the plant; the question is in the address. */
export function StrictestPage() {
  const { t } = useTranslation('standards');
  const search = getRouteApi('/public/limits').useSearch();
  const navigate = useNavigate();
  const options = useQuery(readPath<LimitOptions>(optionsPath));
  if (options.isPending) return <PageSkeleton />;
  return (
    <div className="hb-container">
      <PageHeader title={t('public.title')} lead={t('public.lead')} />
      <ProblemAlert error={options.error} onRetry={() => void options.refetch()} />
      {options.data && (
        <div className="hb-stack">
          <section className="hb-card">
            <QuickForm
              key={JSON.stringify(search)}
              layout="grid"
              fields={fieldsOf(options.data, t)}
              initial={initialOf(search, options.data)}
              control={LimitQuestionControl}
              submit={t('public.ask')}
              onSubmit={values => navigate({ to: '/limits', search: questionOf(values) })}
            />
          </section>
          <Answer search={search} />
        </div>
      )}
    </div>
  );
}

function Answer({ search }: { readonly search: LimitQuestion }) {
  const { t } = useTranslation('standards');
  const asked = Boolean(search.medium && search.source && search.pollutant);
  const result = useQuery({ ...readPath<Strictest>(strictestPath, search), enabled: asked });
  if (!asked) return <Alert type="info" showIcon title={t('public.how')} description={t('public.howMore')} />;
  return (
    <section className="hb-card" aria-labelledby="strictest-answer">
      <h2 id="strictest-answer">{t('public.answer')}</h2>
      {result.isPending && <Skeleton lines={5} />}
      <ProblemAlert error={result.error} onRetry={() => void result.refetch()} />
      {result.data && <Comparison result={result.data} />}
    </section>
  );
}

type Translate = (key: string) => string;

/** Source and pollutant are asked by medium, so that only fitting words are offered. */
function fieldsOf({ media, fuels, variants }: LimitOptions, t: Translate): FieldSpec[] {
  const plain = (value: string) => ({ value, label: value });
  const narrow = media.flatMap(one => {
    const when = { field: 'medium', in: [one.medium] };
    const known = new Set(Object.values(one.known as Record<string, string[]>).flat());
    return [
      { name: `source_${one.medium}`, label: t('field.source'), type: 'select', required: when, visibleWhen: when, options: one.sources.filter(each => each.value !== '*').map(each => ({ value: each.value, label: each })) },
      { name: `pollutant_${one.medium}`, label: t('field.pollutant'), type: 'select', required: when, visibleWhen: when, options: one.pollutants.filter(each => known.has(each.value)).map(each => ({ value: each.value, label: each })) },
    ] satisfies FieldSpec[];
  });
  return [
    { name: 'medium', label: t('field.medium'), type: 'select', required: true, options: media.map(one => ({ value: one.medium, label: one.title })) },
    ...narrow,
    { name: 'date', label: t('field.on'), type: 'date', required: true },
    { name: 'inKeyRegion', label: t('field.keyRegion'), type: 'select', options: [{ value: 'true', label: t('yes') }, { value: 'false', label: t('no') }], help: t('field.keyRegionHelp') },
    { name: 'builtOn', label: t('field.builtOn'), type: 'date', help: t('field.builtOnHelp') },
    { name: 'industry', label: t('industry.label'), type: 'text', help: t('industry.help') },
    { name: 'discharge', label: t('field.discharge'), type: 'select', visibleWhen: { field: 'medium', in: ['water'] }, options: [{ value: 'direct', label: t('discharge.direct') }, { value: 'indirect', label: t('discharge.indirect') }] },
    { name: 'averaging', label: t('field.averaging'), type: 'select', visibleWhen: { field: 'medium', in: ['air', 'fugitive', 'water'] }, options: (['hour', 'day'] as const).map(value => ({ value, label: t(`averaging.${value}`) })) },
    { name: 'fuel', label: t('field.fuel'), type: 'select', visibleWhen: { field: 'medium', in: ['air'] }, options: fuels.map(plain) },
    { name: 'variant', label: t('field.variant'), type: 'select', options: variants.map(plain), help: t('field.unknownHelp') },
  ];
}

function initialOf({ source, pollutant, ...search }: LimitQuestion, { today }: LimitOptions): Record<string, string> {
  return { date: today, ...search, ...(search.medium && source ? { [`source_${search.medium}`]: source } : {}), ...(search.medium && pollutant ? { [`pollutant_${search.medium}`]: pollutant } : {}) };
}

function questionOf(values: Record<string, unknown>): LimitQuestion {
  const text = (name: string): string | undefined => (typeof values[name] === 'string' && values[name] !== '' ? values[name] : undefined);
  const medium = text('medium');
  const asked = { medium, source: text(`source_${medium}`), pollutant: text(`pollutant_${medium}`) };
  const known = Object.fromEntries((['date', 'inKeyRegion', 'builtOn', 'industry', 'discharge', 'averaging', 'fuel', 'variant'] as const).map(name => [name, text(name)]));
  return { ...asked, ...known };
}
