import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { specOf } from '@/features/permits/model';
import { Field } from '@/shared/form/Field';
import type { FieldSpec } from '@/shared/form/field';
import { KeptDraft } from '@/shared/form/KeptDraft';
import { QuickForm } from '@/shared/form/QuickForm';
import type { RegistrationForm } from './model';

const PROMISE = 'registration-promise';

interface Props {
  readonly fields: RegistrationForm['fields'];
  /** Names what is kept on this device until it is handed in. */
  readonly draft: string;
  readonly initial?: Record<string, unknown>;
  /** Above the fields of the form, e.g. the day of a change. */
  readonly before?: readonly FieldSpec[];
  readonly submit: string;
  readonly onSubmit: (values: Record<string, unknown>) => Promise<void>;
}

/** The registration form with its promise. What is typed is kept on this device. */
export function ContentForm({ fields, draft, initial, before, submit, onSubmit }: Props) {
  const { t } = useTranslation('registrations');
  const specs = useMemo(() => [...(before ?? []), ...fields.map(field => ({ ...specOf(field), width: field.type === 'table' ? ('full' as const) : ('half' as const) }))], [fields, before]);
  const [promised, setPromised] = useState(false);
  return (
    <QuickForm
      fields={specs}
      initial={initial}
      layout="grid"
      submit={submit}
      field={Field}
      onSubmit={values => onSubmit(values).catch(placed)}
      extraErrors={() => (promised ? [] : [{ message: t('file.promiseNeeded'), fieldId: PROMISE }])}
      head={<KeptDraft record={draft} version={1} />}
    >
      <Checkbox id={PROMISE} checked={promised} onChange={event => setPromised(event.target.checked)}>
        {t('file.promise')}
      </Checkbox>
    </QuickForm>
  );
}

/** The server names places as `/content/airOutlets/0/name`; here the content is the form. */
function placed(thrown: unknown): never {
  if (!(thrown instanceof ProblemError)) throw thrown;
  const { status, code, text, extra, requestId } = thrown;
  const errors = thrown.errors.map(error => ({ ...error, pointer: error.pointer.replace(/^\/content(?=\/)/, '') }));
  throw new ProblemError(status, code, text, { errors, extra, requestId });
}
