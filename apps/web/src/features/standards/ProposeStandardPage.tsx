import { useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { WHY_FIELDS } from './limit-fields';
import { optionsPath, proposalsPath, STANDARD_KINDS, type LimitOptions, type Proposal } from './model';
import { placedAt } from './placed';

/** A new standard, or the end of one, put forward for another person to confirm. */
export function ProposeStandardPage() {
  const { t } = useTranslation('standards');
  const { base } = useSession();
  const navigate = useNavigate();
  const options = useQuery(readPath<LimitOptions>(optionsPath));
  if (!options.data) return <PageSkeleton />;
  const known = options.data.standards.map(one => ({ value: one.value, label: one }));
  const [adding, ending] = [{ field: 'op', in: ['add-standard'] }, { field: 'op', in: ['end-standard'] }];
  const fields: FieldSpec[] = [
    { name: 'op', label: t('standard.what'), type: 'select', required: true, options: [{ value: 'add-standard', label: t('standard.add') }, { value: 'end-standard', label: t('standard.end') }], width: 'full' },
    { name: 'code', label: t('standard.code'), type: 'text', visibleWhen: adding, required: adding, max: 60, example: 'GB 13271-2014' },
    { name: 'title', label: t('column.title'), type: 'text', visibleWhen: adding, required: adding, max: 120 },
    { name: 'kind', label: t('column.kind'), type: 'select', visibleWhen: adding, required: adding, options: STANDARD_KINDS.map(value => ({ value, label: t(`kind.${value}`) })), help: t('standard.kindHelp') },
    { name: 'inForceFrom', label: t('standard.inForceFrom'), type: 'date', visibleWhen: adding, help: t('standard.inForceHelp') },
    { name: 'replaces', label: t('standard.replaces'), type: 'select', visibleWhen: adding, options: known },
    { name: 'old', label: t('standard.old'), type: 'select', visibleWhen: ending, required: ending, options: known },
    { name: 'lastDay', label: t('field.lastDay'), type: 'date', visibleWhen: ending, required: ending },
    { name: 'replacedBy', label: t('standard.replacedBy'), type: 'select', visibleWhen: ending, options: known },
    ...WHY_FIELDS(t),
  ];
  const send = async ({ op, old, lastDay, replacedBy, reason, citation, ...rest_ }: Record<string, unknown>): Promise<void> => {
    const { code, title, kind, inForceFrom, replaces } = rest_;
    const standard = { code, title, kind, ...(inForceFrom ? { inForceFrom } : {}), ...(replaces ? { replaces } : {}) };
    const item = op === 'add-standard' ? { op, standard } : { op, code: old, lastDay, ...(replacedBy ? { replacedBy } : {}) };
    try {
      const made = await rest<Proposal>('POST', proposalsPath, { body: { reason, citation, items: [item] } });
      await navigate({ to: `${base}/limit-proposals/${made.id}` as string });
    } catch (thrown) {
      throw placedAt(thrown, '');
    }
  };
  return (
    <>
      <PageHeader title={t('standard.title')} lead={t('standard.lead')} back={{ to: `${base}/limits?tab=standards`, label: t('tab.standards') }} />
      <section className="hb-card">
        <QuickForm fields={fields} initial={{ op: 'add-standard' }} control={FieldControl} layout="grid" submit={t('propose.send')} onSubmit={send} />
      </section>
    </>
  );
}
