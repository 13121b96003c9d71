import { BellOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { FormDialog } from '@/shared/ui/FormDialog';
import { searchesPath } from './model';

const FIELDS: readonly FieldSpec[] = [
  { name: 'name', label: { zh: '名称', en: 'Name' }, type: 'text', required: true, max: 40, help: { zh: '至少两个字，例如：本地检测任务', en: 'At least two characters, e.g. testing nearby' } },
];

/** The bell above a firm's list of tasks: keeps the filters that stand in the address. */
export function SaveSearch() {
  const { t } = useTranslation('market-data');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { q, kind, stage } = useSearch({ strict: false }) as Record<string, string | undefined>;
  const save = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', searchesPath, { body: { name: values['name'], alerts: true, ...(q ? { q } : {}), ...(kind ? { kind } : {}), ...(stage ? { stage } : {}) } });
    await client.invalidateQueries({ predicate: query => query.queryKey[0] === searchesPath });
    setOpen(false);
    void message.success(t('searches.saved'));
  };
  return (
    <>
      <Button icon={<BellOutlined aria-hidden />} onClick={() => setOpen(true)}>{t('searches.save')}</Button>
      <FormDialog open={open} title={t('searches.save')} onClose={() => setOpen(false)}>
        <p>{t(q || kind || stage ? 'searches.saveWhat' : 'searches.saveAll')}</p>
        <QuickForm fields={FIELDS} initial={{ name: q ?? '' }} submit={t('searches.saveAct')} onSubmit={save} />
      </FormDialog>
    </>
  );
}
