import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { FormDialog } from '@/shared/ui/FormDialog';
import { referencePath, type ReferenceRow } from './model';

/** “改数值”: what the row shall be from a day on. A second person approves it. */
export function ReferenceEdit({ row, onDone }: { readonly row: ReferenceRow; readonly onDone: () => Promise<unknown> }) {
  const { t } = useTranslation('standards');
  const { can } = useSession();
  const [open, setOpen] = useState(false);
  if (!row.editing || !can('reference.edit')) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('edit.act')}<span className="hb-sr-only"> {row.title}</span>
      </Button>
      <FormDialog open={open} title={t('edit.title')} width={640} onClose={() => setOpen(false)}>
        <p className="hb-muted">{t('edit.lead')}</p>
        <EditForm row={row} onDone={async () => { await onDone(); setOpen(false); }} />
      </FormDialog>
    </>
  );
}

function EditForm({ row, onDone }: { readonly row: ReferenceRow; readonly onDone: () => Promise<unknown> }) {
  const { t } = useTranslation('standards');
  const [key] = useState(newIdempotencyKey);
  const fields = useFields(row);
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined));
    await rest('POST', `${referencePath}/proposals`, { body: { kind: row.kind, key: row.key, ...given }, idempotencyKey: key });
    await onDone();
  };
  const initial = { title: row.title, titleEn: row.titleEn ?? '', value: row.value, unit: row.unit, legalBasis: row.legalBasis, effectiveTo: row.effectiveTo ?? '', note: row.note ?? '' };
  return <QuickForm fields={fields} initial={initial} submit={t('edit.send')} draft={`reference:${row.kind}:${row.key}`} control={FieldControl} onSubmit={send} />;
}

function useFields({ editing, unit, effectiveTo }: ReferenceRow): readonly FieldSpec[] {
  const { t } = useTranslation('standards');
  return useMemo(() => {
    const word = (name: string) => t(`edit.field.${name}`);
    return [
      { name: 'title', label: word('title'), type: 'textarea', required: true, max: 500 },
      ...(editing?.bilingual ? [{ name: 'titleEn', label: word('titleEn'), type: 'textarea' as const, required: true, max: 1000 }] : []),
      { name: 'value', label: word('value'), type: 'text', required: true, max: 500, ...(editing?.units.length ? {} : { unit }) },
      ...(editing?.units.length ? [{ name: 'unit', label: word('unit'), type: 'select' as const, required: true, options: editing.units.map(one => ({ value: one, label: one })) }] : []),
      { name: 'legalBasis', label: word('legalBasis'), type: 'textarea', required: true, max: 500, example: word('legalBasisExample') },
      { name: 'effectiveFrom', label: word('effectiveFrom'), type: 'date', required: true, help: word('effectiveFromHelp') },
      { name: 'effectiveTo', label: word('effectiveTo'), type: 'date', required: effectiveTo !== null, help: word('effectiveToHelp') },
      { name: 'note', label: word('note'), type: 'textarea', max: 500 },
      { name: 'reason', label: word('reason'), type: 'textarea', required: true, max: 500, example: word('reasonExample') },
    ] satisfies FieldSpec[];
  }, [editing, unit, effectiveTo, t]);
}
