import { DownloadOutlined, ExportOutlined, ImportOutlined } from '@ant-design/icons';
import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { ImportDialog } from './ImportDialog';
import type { TablePreview } from './model';
import { download } from './send-file';
import { useImport } from './use-import';

interface Props {
  /** Of the table in the API: what it stands in may be an application or a report. */
  readonly path: string;
  /** What people call the table. */
  readonly label: string;
  /** Null where the table can only be read: nothing can be imported. Sends first what is typed and not yet saved. */
  readonly onBefore: (() => Promise<boolean>) | null;
  readonly onDone: () => void | Promise<void>;
}

type Mode = 'replace' | 'append';

/** 下载模板 / 导出 / 从 Excel 导入 of one table of the form. */
export function TableExchange({ path, label, onBefore, onDone }: Props) {
  const { t } = useTranslation('exchange');
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const get = (from: string, name: string): void => {
    setError(null);
    download(from, `${name}.xlsx`).catch(setError);
  };
  const begin = async (): Promise<void> => {
    setDone(false);
    if (!onBefore || (await onBefore())) setOpen(true);
  };
  return (
    <div className="hb-exchange">
      <div className="hb-exchange__acts" role="group" aria-label={t('tools', { table: label })}>
        {onBefore && <Button size="small" icon={<DownloadOutlined aria-hidden />} onClick={() => get(`${path}/template`, `${t('template')}-${label}`)}>{t('template')}</Button>}
        <Button size="small" icon={<ExportOutlined aria-hidden />} onClick={() => get(path, label)}>{t('export')}</Button>
        {onBefore && <Button size="small" icon={<ImportOutlined aria-hidden />} onClick={() => void begin()}>{t('import')}</Button>}
      </div>
      <ProblemAlert error={error} />
      <div aria-live="polite">{done && <Alert type="success" showIcon title={t('applied')} />}</div>
      {open && <TableImport path={path} label={label} onClose={() => setOpen(false)} onDone={async () => {
        setOpen(false);
        await onDone();
        setDone(true);
      }} />}
    </div>
  );
}

interface ImportProps {
  readonly path: string;
  readonly label: string;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

function TableImport({ path, label, onClose, onDone }: ImportProps) {
  const { t } = useTranslation('exchange');
  const work = useImport<TablePreview>({ path, reportName: `${t('problems')}-${label}` });
  const [mode, setMode] = useState<Mode>('replace');
  return (
    <ImportDialog
      open
      title={t('title', { table: label })}
      hint={t('hint')}
      work={work}
      rows={preview => preview.incoming}
      onClose={onClose}
      onApply={({ preview }) => void work.apply({ version: preview.version, query: { mode } }, () => void onDone())}
    >
      {preview => (
        <fieldset className="hb-plain-fieldset">
          <legend className="hb-field__label">{t('mode')}</legend>
          <Radio.Group className="hb-exchange__modes" value={mode} onChange={event => setMode(event.target.value as Mode)}>
            <Radio value="replace">
              {t('replace')} <span className="hb-muted">{t('replaceIs', { ...preview.replace })}</span>
            </Radio>
            <Radio value="append">
              {t('append')} <span className="hb-muted">{t('appendIs', { ...preview.append })}</span>
            </Radio>
          </Radio.Group>
        </fieldset>
      )}
    </ImportDialog>
  );
}
