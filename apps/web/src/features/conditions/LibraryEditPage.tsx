import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { Field } from '@/shared/form/Field';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { formatDate, now } from '@/shared/time/time';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { dutyFields, dutyOf, dutyValues } from './duty-fields';
import { KINDS, libraryPath, SUBJECTS, type LibraryCondition, type LibraryDetail } from './model';

/** A new condition, or a new version of one. */
export function LibraryEditPage() {
  const { code } = useParams({ strict: false }) as { code?: string };
  const found = useQuery({ ...readPath<LibraryDetail>(`${libraryPath}/${code ?? ''}`), enabled: code !== undefined });
  if (code === undefined) return <Edit current={null} />;
  if (found.error) return <RouteErrorPage error={found.error} />;
  if (!found.data) return <PageSkeleton />;
  return <Edit current={found.data.current} />;
}

function Edit({ current }: { readonly current: LibraryCondition | null }) {
  const { t } = useTranslation('conditions');
  const { base } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const fields = useFields(current);
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const body = bodyOf(values);
    const saved = current
      ? await rest<LibraryDetail>('POST', `${libraryPath}/${current.code}/versions`, { body, version: current.version })
      : await rest<LibraryDetail>('POST', libraryPath, { body, idempotencyKey: key });
    await queries.invalidateQueries();
    await navigate({ to: `${base}/conditions/${saved.current.code}` });
  };
  const initial = current ? { ...current, ...dutyValues(current.duty), verified: current.verified, effectiveFrom: formatDate(now().toISOString()) } : { parameters: [], effectiveFrom: formatDate(now().toISOString()) };
  return (
    <>
      <PageHeader title={current ? t('edit.revise', { title: current.title }) : t('library.add')} back={{ to: current ? `${base}/conditions/${current.code}` : `${base}/conditions`, label: current ? current.title : t('library.title') }} lead={t('edit.lead')} />
      <section className="hb-card">
        <QuickForm fields={fields} initial={initial} submit={t(current ? 'edit.publish' : 'edit.create')} layout="grid" control={FieldControl} field={Field} onSubmit={save} />
      </section>
    </>
  );
}

function bodyOf(values: Record<string, unknown>): Record<string, unknown> {
  const { parameters, hasDuty: _has, dutyPeriod: _p, dutyContent: _c, dutyRule: _r, dutyDays: _d, dutyMonthDay: _m, dutyDate: _t, ...rest } = values;
  const rows = (Array.isArray(parameters) ? (parameters as Record<string, unknown>[]) : []).map(({ name, label, type, unit, options, example }) => ({
    name, label, type, ...(unit ? { unit } : {}), ...(example ? { example } : {}), ...(typeof options === 'string' && options !== '' ? { options: options.split(/[、,，;；]/).map(one => one.trim()).filter(Boolean) } : {}),
  }));
  const duty = dutyOf(values);
  return { ...rest, parameters: rows, ...(duty ? { duty } : {}) };
}

function useFields(current: LibraryCondition | null): readonly FieldSpec[] {
  const { t } = useTranslation('conditions');
  return useMemo(() => {
    const isNew = current === null;
    return [
      ...(isNew ? [{ name: 'code', label: t('column.code'), type: 'text', required: true, pattern: '^[A-Z]{2,8}-[0-9]{2,4}$', patternHint: t('edit.codeHint'), example: 'TS-03', width: 'half' } satisfies FieldSpec] : []),
      { name: 'title', label: t('column.title'), type: 'text', required: true, max: 60, width: 'half' },
      { name: 'kind', label: t('column.kind'), type: 'select', required: true, width: 'half', options: KINDS.map(value => ({ value, label: t(`kind.${value}`) })) },
      { name: 'subject', label: t('column.subject'), type: 'select', required: true, width: 'half', options: SUBJECTS.map(value => ({ value, label: t(`subject.${value}`) })) },
      { name: 'text', label: t('column.text'), type: 'textarea', required: true, max: 2000, help: t('edit.textHelp') },
      {
        name: 'parameters', label: t('column.parameters'), type: 'table', help: t('edit.parametersHelp'), max: 20,
        columns: [
          { name: 'name', label: t('edit.parameter.name'), type: 'text', required: true, pattern: '^[a-zA-Z][a-zA-Z0-9]*$', patternHint: t('edit.parameter.nameHint') },
          { name: 'label', label: t('edit.parameter.label'), type: 'text', required: true, max: 40 },
          { name: 'type', label: t('edit.parameter.type'), type: 'select', required: true, options: (['text', 'number', 'date', 'choice'] as const).map(value => ({ value, label: t(`edit.types.${value}`) })) },
          { name: 'unit', label: t('edit.parameter.unit'), type: 'text', max: 20 },
          { name: 'options', label: t('edit.parameter.options'), type: 'text', visibleWhen: { field: 'type', in: ['choice'] } },
          { name: 'example', label: t('edit.parameter.example'), type: 'text', max: 60 },
        ],
      },
      ...dutyFields(t),
      { name: 'legalBasis', label: t('column.basis'), type: 'text', required: true, max: 300, width: 'full', group: t('edit.ground') },
      { name: 'verified', label: t('edit.verified'), type: 'boolean', required: true, width: 'half' },
      { name: 'effectiveFrom', label: t('column.from'), type: 'date', required: true, width: 'half' },
      ...(isNew ? [] : [{ name: 'changeNote', label: t('edit.changeNote'), type: 'textarea', required: true, max: 500 } satisfies FieldSpec]),
    ] satisfies FieldSpec[];
  }, [current, t]);
}
