import { ExportOutlined, ImportOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { FormPaper } from './FormPaper';
import { ImportDialog } from './ImportDialog';
import type { FormPreview } from './model';
import { download } from './send-file';
import { useImport } from './use-import';

interface Props {
  readonly applicationId: string;
  readonly name: string;
  readonly mayImport: boolean;
  readonly onDone: () => void | Promise<void>;
}

/** The whole form out to one workbook and in again. */
export function FormExchange({ applicationId, name, mayImport, onDone }: Props) {
  const { t } = useTranslation('exchange');
  const path = `/api/v1/permit-applications/${applicationId}/workbook`;
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const work = useImport<FormPreview>({ path, reportName: `${t('problems')}-${name}` });
  const finish = async (): Promise<void> => {
    setOpen(false);
    work.reset();
    await onDone();
    setDone(true);
  };
  const close = (): void => {
    setOpen(false);
    work.reset();
  };
  return (
    <section className="hb-card hb-stack">
      <h2>Excel</h2>
      <p className="hb-muted">{t('formHint')}</p>
      <div className="hb-exchange__acts">
        <Button icon={<ExportOutlined aria-hidden />} onClick={() => void download(path, `${name}.xlsx`).then(() => setError(null), setError)}>{t('formExport')}</Button>
        {mayImport && <Button icon={<ImportOutlined aria-hidden />} onClick={() => setOpen(true)}>{t('formImport')}</Button>}
        <FormPaper applicationId={applicationId} />
      </div>
      <ProblemAlert error={error} />
      <div aria-live="polite">{done && <Alert type="success" showIcon title={t('applied')} />}</div>
      <ImportDialog
        open={open}
        title={t('formTitle')}
        hint={t('hint')}
        work={work}
        rows={preview => preview.parts.length}
        onClose={close}
        onApply={({ preview }) => void work.apply({ query: { versions: preview.versions } }, () => void finish())}
      >
        {preview => <Parts preview={preview} />}
      </ImportDialog>
    </section>
  );
}

function Parts({ preview }: { readonly preview: FormPreview }) {
  const { t } = useTranslation('exchange');
  const changed = preview.parts.filter(({ counts }) => counts.added + counts.changed + counts.removed > 0);
  if (changed.length === 0) return <p>{t('unchanged')}</p>;
  return (
    <ul className="hb-plain-list">
      {changed.map(({ sheet, label, counts }) => (
        <li key={sheet}>
          {textOf(label)} <span className="hb-muted">{t('partIs', { ...counts })}</span>
        </li>
      ))}
    </ul>
  );
}
