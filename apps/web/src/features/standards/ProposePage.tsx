import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { isProblem } from '@/api/problem';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { limitFields, rowOf, valuesOf, WHY_FIELDS } from './limit-fields';
import { limitsPath, optionsPath, proposalsPath, type LimitDetail, type LimitOptions, type Proposal } from './model';
import { placedAt } from './placed';

const OPS = ['add', 'replace', 'correct', 'end'] as const;
type Op = (typeof OPS)[number];

/** Puts one change of a limit forward; another person confirms it. */
export function ProposePage() {
  const search = useSearch({ strict: false }) as { op?: string; id?: string };
  const op = OPS.find(one => one === search.op) ?? 'add';
  const options = useQuery(readPath<LimitOptions>(optionsPath));
  const limit = useQuery({ ...readPath<LimitDetail>(`${limitsPath}/${search.id ?? ''}`), enabled: op !== 'add' });
  const error = options.error ?? limit.error;
  if (error) return <RouteErrorPage error={error} onRetry={() => void options.refetch()} />;
  if (!options.data || (op !== 'add' && !limit.data)) return <PageSkeleton />;
  return <Form key={`${op}${search.id ?? ''}`} op={op} options={options.data} limit={op === 'add' ? null : (limit.data ?? null)} />;
}

interface FormProps {
  readonly op: Op;
  readonly options: LimitOptions;
  readonly limit: LimitDetail | null;
}

function Form({ op, options, limit }: FormProps) {
  const { t } = useTranslation('standards');
  const { base } = useSession();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const [asking, setAsking] = useState(false);
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const { reason, citation, lastDay, confirmed } = values;
    const item = op === 'end' ? { op, id: limit?.id, lastDay } : { op, ...(limit ? { id: limit.id } : {}), row: rowOf({ ...(limit ? valuesOf(limit, 'correct') : {}), ...values }), ...(confirmed === true ? { confirmed } : {}) };
    try {
      const made = await rest<Proposal>('POST', proposalsPath, { body: { reason, citation, items: [item] }, idempotencyKey: asking ? undefined : key });
      await navigate({ to: `${base}/limit-proposals/${made.id}` as string });
    } catch (thrown) {
      if (isProblem(thrown, 'validation') && thrown.errors.some(one => one.code === 'slip')) setAsking(true);
      throw placedAt(thrown, String(limit?.medium ?? values['medium']));
    }
  };
  const fields = op === 'end' ? [{ name: 'lastDay', label: t('field.lastDay'), type: 'date' as const, required: true }, ...WHY_FIELDS(t)] : [...limitFields(options, t, { fixed: op !== 'add' }), ...(asking ? [{ name: 'confirmed', label: t('field.confirmed'), type: 'boolean' as const, help: t('field.confirmedHelp') }] : []), ...WHY_FIELDS(t)];
  return (
    <>
      <PageHeader title={t(`propose.${op}`)} lead={limit ? `${limit.standard} ${textOf(limit.sourceTitle)} ${textOf(limit.pollutantTitle)}：${limit.value} ${limit.unit}（${limit.validFrom} – ${limit.validTo ?? t('open')}）` : t('propose.addLead')} back={{ to: limit ? `${base}/limits/${limit.id}` : `${base}/limits`, label: t('list.title') }} />
      <section className="hb-card">
        <p className="hb-prose">{t(`propose.${op}Means`)}</p>
        <QuickForm fields={fields} initial={op === 'end' ? {} : valuesOf(limit, op)} control={FieldControl} layout="grid" submit={t('propose.send')} onSubmit={send} />
      </section>
    </>
  );
}
