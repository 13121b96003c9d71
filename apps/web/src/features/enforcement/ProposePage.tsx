import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import './enforcement.css';
import { EnterprisePicker } from './EnterprisePicker';
import { POSITIVE, useEnforcementChanged, type Option, type Positive, type PositiveOptions } from './model';

type Attested = Readonly<Record<string, { readonly met: boolean; readonly note: string }>>;

/** Proposes an enterprise for the positive list: every condition looked up, with how. */
/** 续期: the same entry looked at again before its term ends. */
export function RenewPage() {
  const { entryId = '' } = useParams({ strict: false }) as { entryId?: string };
  const options = useQuery(readPath<PositiveOptions>(`${POSITIVE}/options`));
  const entry = useQuery(readPath<Positive>(`${POSITIVE}/${entryId}`));
  if (options.isPending || entry.isPending) return <PageSkeleton />;
  if (!options.data || !entry.data) return <RouteErrorPage error={options.error ?? entry.error} onRetry={() => void Promise.all([options.refetch(), entry.refetch()])} />;
  return <Proposing options={options.data} renewed={entry.data} />;
}

export function ProposePage() {
  const options = useQuery(readPath<PositiveOptions>(`${POSITIVE}/options`));
  if (options.isPending) return <PageSkeleton />;
  if (options.error) return <RouteErrorPage error={options.error} onRetry={() => void options.refetch()} />;
  return <Proposing options={options.data} />;
}

function Proposing({ options: { categories, conditions }, renewed }: { readonly options: PositiveOptions; readonly renewed?: Positive }) {
  const { t } = useTranslation('enforcement');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useEnforcementChanged();
  const [key] = useState(newIdempotencyKey);
  const [enterpriseId, setEnterpriseId] = useState(renewed?.enterpriseId ?? '');
  const [attested, setAttested] = useState<Attested>({});
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const { category, basis, offsiteChecks } = values;
    const met = conditions.filter(one => attested[one.key]?.met).map(one => ({ key: one.key, note: attested[one.key]?.note.trim() ?? '' }));
    const { id } = renewed
      ? await rest<Positive>('POST', `${POSITIVE}/${renewed.id}/renewal`, { body: { basis, offsiteChecks, conditions: met }, version: renewed.version })
      : await rest<Positive>('POST', POSITIVE, { body: { enterpriseId, category, basis, offsiteChecks, conditions: met }, idempotencyKey: key });
    await changed();
    await navigate({ to: `${base}/positive-list/${id}` });
  };
  return (
    <>
      <PageHeader title={renewed ? `${t('positive.renew')}：${renewed.enterpriseName}` : t('positive.propose')} lead={t(renewed ? 'positive.renewLead' : 'positive.proposeLead')} back={renewed ? { to: `${base}/positive-list/${renewed.id}`, label: renewed.number } : { to: `${base}/positive-list`, label: t('positive.title') }} />
      <section className="hb-card">
        <QuickForm
          fields={[
            ...(renewed ? [] : [{ name: 'category', label: t('positive.category'), type: 'select', required: true, width: 'full', options: categories.map(one => ({ value: one.key, label: one.title })) } as const]),
            { name: 'basis', label: t('positive.basis'), type: 'textarea', required: true, max: 1000, width: 'full' },
            { name: 'offsiteChecks', label: t('positive.offsite'), type: 'textarea', required: true, max: 1000, help: t('positive.offsiteHelp'), width: 'full' },
          ]}
          initial={renewed && { basis: renewed.basis, offsiteChecks: renewed.offsiteChecks }}
          head={renewed ? undefined : <EnterprisePicker value={enterpriseId} onChange={setEnterpriseId} />}
          submit={t('positive.submit')}
          onSubmit={save}
          control={FieldControl}
          layout="grid"
          extraErrors={() => [...(enterpriseId ? [] : [{ message: t('positive.needEnterprise') }]), ...(conditions.every(one => attested[one.key]?.met) ? [] : [{ message: t('positive.needConditions') }])]}
        >
          <fieldset className="hb-enforcement__plain">
            <legend>{t('positive.conditions')}</legend>
            {conditions.map(one => <Condition key={one.key} condition={one} own={attested[one.key]} onChange={own => setAttested(all => ({ ...all, [one.key]: own }))} />)}
          </fieldset>
        </QuickForm>
      </section>
    </>
  );
}

function Condition({ condition, own = { met: false, note: '' }, onChange }: { readonly condition: Option; readonly own?: Attested[string]; readonly onChange: (own: Attested[string]) => void }) {
  const { t } = useTranslation('enforcement');
  const id = useId();
  return (
    <div className="hb-enforcement__condition">
      <Checkbox checked={own.met} onChange={event => onChange({ ...own, met: event.target.checked })}>{condition.title}</Checkbox>
      {own.met && (
        <div className="hb-form-line">
          <label htmlFor={id} className="hb-small">{t('positive.how')}<span className="hb-sr-only"> {condition.title}</span></label>
          <Input id={id} value={own.note} maxLength={500} onChange={event => onChange({ ...own, note: event.target.value })} />
        </div>
      )}
    </div>
  );
}
