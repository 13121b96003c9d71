import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { burden, given } from './acts';
import { PENALTIES, usePenaltiesChanged, type Discretion, type Options, type Penalty } from './model';
import { LawChoice, Range } from './parts';

interface Weighed {
  readonly input: Record<string, unknown>;
  readonly range: Discretion | null;
}

/** 调查终结: first the range of discretion with its steps, then what is proposed. */
export function ConcludePage() {
  const { penaltyId = '' } = useParams({ strict: false }) as { penaltyId?: string };
  const penalty = useQuery(readPath<Penalty>(`${PENALTIES}/${penaltyId}`));
  const options = useQuery(readPath<Options>(`${PENALTIES}/options`));
  if (penalty.isPending || options.isPending) return <PageSkeleton />;
  if (!penalty.data || !options.data) return <RouteErrorPage error={penalty.error ?? options.error} onRetry={() => void penalty.refetch()} />;
  return <Concluding penalty={penalty.data} options={options.data} />;
}

function Concluding({ penalty, options }: { readonly penalty: Penalty; readonly options: Options }) {
  const { t } = useTranslation('penalties');
  const { base } = useSession();
  const [weighed, setWeighed] = useState<Weighed | null>(penalty.dailyYuan ? { input: {}, range: null } : null);
  return (
    <>
      <PageHeader title={t('conclude.title')} lead={`${penalty.number} · ${penalty.partyName}`} back={{ to: `${base}/penalties/${penalty.id}?tab=evidence`, label: t('page.back') }} />
      <div className="hb-stack">
        <LawChoice penalty={penalty} />
        {penalty.dailyYuan ? <p className="hb-card">{t('daily', { days: penalty.dailyDays ?? 0, yuan: penalty.dailyYuan })}</p> : <Weighing penalty={penalty} options={options} onWeighed={setWeighed} />}
        {weighed?.range && <section className="hb-card hb-stack"><h2>{t('range.title')}</h2><Range range={weighed.range} /></section>}
        {weighed && <Proposing penalty={penalty} options={options} weighed={weighed} />}
      </div>
    </>
  );
}

function Weighing({ penalty, options, onWeighed }: { readonly penalty: Penalty; readonly options: Options; readonly onWeighed: (weighed: Weighed) => void }) {
  const { t } = useTranslation('penalties');
  const others = penalty.lawChoice?.others ?? [];
  const laws = [...(penalty.lawChoice ? [penalty.lawChoice.law] : []), ...others];
  const fields: FieldSpec[] = [
    ...(others.length > 0 ? [{ name: 'lawFrom', label: t('law.choose'), type: 'select' as const, required: true, options: laws.map(one => ({ value: one.effectiveFrom, label: one.legalBasis })), width: 'full' as const }, { name: 'lawReason', label: t('law.reason'), type: 'textarea' as const, max: 1000, visibleWhen: { field: 'lawFrom', in: others.map(one => one.effectiveFrom) } }] : []),
    ...options.factors.map(factor => ({ name: `level_${factor.key}`, label: `${factor.title}（${t('range.weight', { percent: factor.weight })}）`, type: 'select' as const, required: true, options: factor.levels.map(one => ({ value: String(one.level), label: one.title })) })),
    { name: 'adjustments', label: t('range.adjustments'), type: 'multiselect', options: options.adjustments.map(one => ({ value: one.key, label: `${one.title}（${Number(one.percent) > 0 ? '+' : ''}${one.percent}%）` })), width: 'full' },
  ];
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const levels = Object.fromEntries(options.factors.map(factor => [factor.key, Number(values[`level_${factor.key}`])]));
    const input = { ...given({ lawFrom: values['lawFrom'], lawReason: values['lawReason'] }), levels, adjustments: (values['adjustments'] as string[] | null) ?? [] };
    onWeighed({ input, range: await rest<Discretion>('POST', `${PENALTIES}/${penalty.id}/discretion`, { body: input }) });
  };
  return <section className="hb-card hb-stack"><h2>{t('range.factors')}</h2><QuickForm fields={fields} initial={{ lawFrom: penalty.lawChoice?.law.effectiveFrom }} submit={t('range.compute')} onSubmit={send} control={FieldControl} layout="grid" /></section>;
}

function Proposing({ penalty, options, weighed }: { readonly penalty: Penalty; readonly options: Options; readonly weighed: Weighed }) {
  const { t } = useTranslation('penalties');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = usePenaltiesChanged();
  const send = async ({ facts, ...values }: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${PENALTIES}/${penalty.id}/conclude`, { body: { facts, proposal: { ...given(values), ...weighed.input } }, version: penalty.version });
    await changed();
    await navigate({ to: `${base}/penalties/${penalty.id}` });
  };
  const fields: FieldSpec[] = [{ name: 'facts', label: t('facts'), type: 'textarea', required: true, max: 6000, help: t('conclude.factsHelp') }, ...burden(penalty, options)];
  return <section className="hb-card hb-stack"><h2>{t('conclude.proposal')}</h2><QuickForm fields={fields} initial={{ facts: penalty.facts, kind: 'penalty', measures: ['fine'], fineYuan: penalty.dailyYuan ?? weighed.range?.centreYuan }} submit={t('conclude.submit')} onSubmit={send} control={FieldControl} /></section>;
}
