import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { deliverablesPath, type Deliverable } from './deliverables';

interface Props {
  readonly applicationId: string;
  /** The kind of material, with its words. */
  readonly purpose: string;
  readonly label: string;
  readonly onDone: (file: { readonly id: string }) => void;
}

/** Takes an accepted deliverable as material of an application. Shows nothing to whom has none. */
export function FromDeliverables({ applicationId, purpose, label, onDone }: Props) {
  const { t } = useTranslation('contracts');
  const english = useLanguage() === 'en';
  const id = useId();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const found = useQuery(readPath<{ readonly items: readonly Deliverable[] }>(deliverablesPath, { limit: '100' }));
  if (!found.data || found.data.items.length === 0) return null;
  // those of the same kind first: the assessment for the assessment
  const options = [...found.data.items].sort((a, b) => Number(b.kind === purpose) - Number(a.kind === purpose)).map(one => ({ value: one.id, label: `${one.name}（${english ? one.kindEn : one.kindZh} · ${one.taskTitle}）` }));
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={`${t('deliverables.use')} ${label}`}>{t('deliverables.use')}</Button>
      <ConfirmAct
        open={open}
        title={t('deliverables.useTitle', { kind: label })}
        act={t('deliverables.useAct')}
        ready={chosen !== undefined}
        onConfirm={async () => {
          const { fileId } = await rest<{ fileId: string }>('POST', `${deliverablesPath}/${chosen}/copies`, { body: { applicationId, purpose }, idempotencyKey: crypto.randomUUID() });
          onDone({ id: fileId });
        }}
        onClose={() => {
          setOpen(false);
          setChosen(undefined);
        }}
      >
        <label htmlFor={id}>{t('deliverables.file')}</label>
        <Select id={id} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} value={chosen} onChange={setChosen} options={options} />
      </ConfirmAct>
    </>
  );
}
