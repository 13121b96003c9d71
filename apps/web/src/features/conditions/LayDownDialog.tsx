import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import type { Page } from '@/api/contract';
import { readPath, rest } from '@/api/rest';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { FormDialog } from '@/shared/ui/FormDialog';
import { dutyFields, dutyOf } from './duty-fields';
import { KINDS, libraryPath, SUBJECTS, type ApplicationConditions, type Laying, type LibraryCondition } from './model';

interface Props {
  readonly applicationId: string;
  readonly laying: Laying;
  readonly conditions: ApplicationConditions;
  readonly onClose: () => void;
}

const OWN = '';

/** A condition from the library with its places filled, or in the officer's own words with a reason. */
export function LayDownDialog({ applicationId, laying, conditions, onClose }: Props) {
  const { t } = useTranslation('conditions');
  const id = useId();
  const library = useQuery(readPath<Page<LibraryCondition>>(libraryPath, { state: 'in-force', limit: 200 }));
  const [code, setCode] = useState<string | null>(laying.act === 'change' && !laying.of.libraryCode ? OWN : laying.act === 'change' ? (laying.of.libraryCode ?? OWN) : null);
  const source = library.data?.items.find(one => one.code === code) ?? null;
  const options = [{ value: OWN, label: t('dialog.own') }, ...(library.data?.items ?? []).map(one => ({ value: one.code, label: `${one.code} ${one.title}（${t(`kind.${one.kind}`)}）` }))];
  return (
    <FormDialog title={laying.act === 'add' ? t('panel.add') : t('dialog.change', { title: laying.of.title })} width={760} onClose={onClose}>
      <div className="hb-stack" style={{ gap: 16 }}>
        <div className="hb-form-line">
          <label htmlFor={`${id}-source`}>{t('dialog.source')}</label>
          <Select id={`${id}-source`} value={code} placeholder={t('dialog.choose')} loading={library.isPending} options={options} showSearch={{ optionFilterProp: 'label' }} onChange={setCode} style={{ width: '100%' }} />
        </div>
        {code !== null && (code === OWN || source) && <Form key={code} applicationId={applicationId} laying={laying} conditions={conditions} source={source} onClose={onClose} />}
      </div>
    </FormDialog>
  );
}

function Form({ applicationId, laying, conditions, source, onClose }: Props & { readonly source: LibraryCondition | null }) {
  const { t } = useTranslation('conditions');
  const queries = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const fields = useFields(source, conditions, laying);
  const path = `/api/v1/permit-applications/${applicationId}/conditions`;
  const save = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', path, { body: bodyOf(values, { source, laying }), idempotencyKey: key });
    await queries.invalidateQueries({ queryKey: [path] });
    onClose();
  };
  return (
    <QuickForm
      fields={fields} initial={initialOf(source, laying)} submit={t(laying.act === 'add' ? 'dialog.add' : 'dialog.save')} layout="grid" control={FieldControl} onSubmit={save}
      draft={`condition:${applicationId}:${laying.act === 'change' ? laying.of.id : 'add'}:${source?.code ?? 'own'}`}
      head={source && <p className="hb-conditions__text">{source.text}<br /><span className="hb-small hb-muted">{source.legalBasis}{!source.verified && t('unverifiedMark')}</span></p>}
    />
  );
}

function initialOf(source: LibraryCondition | null, laying: Laying): Record<string, unknown> {
  if (laying.act === 'add') return { isPublic: true, hasDuty: false, ...Object.fromEntries((source?.parameters ?? []).map(one => [`p_${one.name}`, ''])) };
  const { title, kind, subject, subjectCode, text, legalBasis, isPublic, duty } = laying.of;
  return { title, kind, subject, outletCode: subject === 'outlet' ? subjectCode : null, facilityCode: subject === 'facility' ? subjectCode : null, text, legalBasis, isPublic, ...(duty ? { hasDuty: true, dutyPeriod: duty.period, dutyRule: 'date', dutyDate: duty.firstDueOn, dutyContent: duty.content } : { hasDuty: false }) };
}

function bodyOf(values: Record<string, unknown>, { source, laying }: { source: LibraryCondition | null; laying: Laying }): Record<string, unknown> {
  const { outletCode, facilityCode, reason, isPublic } = values;
  const subject = source?.subject ?? values['subject'];
  const subjectCode = subject === 'outlet' ? outletCode : subject === 'facility' ? facilityCode : null;
  const common = { act: laying.act, ...(laying.act === 'change' ? { permitConditionId: laying.of.id } : {}), ...(subjectCode ? { subjectCode } : {}), ...(reason ? { reason } : {}), isPublic: isPublic !== false };
  if (source) return { ...common, libraryCode: source.code, parameters: Object.fromEntries(source.parameters.flatMap(one => (values[`p_${one.name}`] ? [[one.name, String(values[`p_${one.name}`])]] : []))) };
  const { title, kind, text, legalBasis } = values;
  return { ...common, title, kind, subject, text, legalBasis, duty: dutyOf(values) };
}

function useFields(source: LibraryCondition | null, { outlets, facilities }: ApplicationConditions, laying: Laying): readonly FieldSpec[] {
  const { t } = useTranslation('conditions');
  return useMemo(() => {
    const codes = (name: string, subject: string, values: readonly string[]): FieldSpec => ({
      name, label: t(`dialog.${name}`), type: 'select', width: 'half', options: values.map(value => ({ value, label: value })), ...(source ? { required: true } : { required: { field: 'subject', in: [subject] }, visibleWhen: { field: 'subject', in: [subject] } }),
    });
    const on = (subject: string): boolean => source === null || source.subject === subject;
    const own: FieldSpec[] = [
      { name: 'title', label: t('column.title'), type: 'text', required: true, max: 60, width: 'half' },
      { name: 'kind', label: t('column.kind'), type: 'select', required: true, width: 'half', options: KINDS.map(value => ({ value, label: t(`kind.${value}`) })) },
      { name: 'subject', label: t('column.subject'), type: 'select', required: true, width: 'half', options: SUBJECTS.map(value => ({ value, label: t(`subject.${value}`) })) },
    ];
    const parameters = (source?.parameters ?? []).map((one): FieldSpec => ({
      name: `p_${one.name}`, label: one.label, type: one.type === 'number' ? 'decimal' : one.type === 'date' ? 'date' : one.type === 'choice' ? 'select' : 'text', required: true, width: 'half',
      ...(one.unit ? { unit: one.unit } : {}), ...(one.example ? { example: one.example } : {}), ...(one.type === 'choice' ? { options: one.options.map(value => ({ value, label: value })) } : {}),
    }));
    return [
      ...(source ? parameters : own),
      ...(on('outlet') ? [codes('outletCode', 'outlet', outlets)] : []), ...(on('facility') ? [codes('facilityCode', 'facility', facilities)] : []),
      ...(source ? [] : [{ name: 'text', label: t('column.text'), type: 'textarea', required: true, max: 2000 } satisfies FieldSpec, { name: 'legalBasis', label: t('column.basis'), type: 'text', required: true, max: 300, width: 'full' } satisfies FieldSpec, ...dutyFields(t)]),
      { name: 'reason', label: t('dialog.reason'), type: 'textarea', required: source === null || laying.act === 'change', max: 1000 },
      { name: 'isPublic', label: t('dialog.isPublic'), type: 'boolean', required: true, width: 'full' },
    ];
  }, [source, outlets, facilities, laying, t]);
}
