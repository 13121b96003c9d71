import { UploadOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { inShanghai, now } from '@/shared/time/time';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { sendFile } from '../exchange/send-file';
import { importsPath, type PermitImport } from './model';

const today = (): string => inShanghai(now().toISOString()).format('YYYY-MM-DD');

/** A list and the day of its export. The check runs in the worker; the page of the list shows how far it is. */
export function UploadDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('permit-imports');
  const { base } = useSession();
  const navigate = useNavigate();
  const [day, setDay] = useState(today());
  const [file, setFile] = useState<File>();
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const dayId = useId();
  const upload = async (): Promise<void> => {
    setMissing(true);
    if (!file || day === '' || day > today()) return;
    setBusy(true);
    setError(null);
    try {
      const made = (await (await sendFile(importsPath, { file, query: { sourceOn: day } })).json()) as PermitImport;
      await navigate({ to: `${base}/permit-imports/${made.id}` as never });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={t('dialog.title')} okText={t('dialog.act')} cancelText={t('common:action.cancel')} confirmLoading={busy} onOk={() => void upload()} onCancel={onClose} destroyOnHidden>
      <div className="hb-stack">
        <ProblemAlert error={error} />
        <div>
          <label htmlFor={dayId} className="hb-field__label">{t('dialog.sourceOn')}</label>
          <Input id={dayId} type="date" value={day} max={today()} status={missing && (day === '' || day > today()) ? 'error' : undefined} aria-describedby={`${dayId}-hint`} onChange={event => setDay(event.target.value)} style={{ width: 180 }} />
          <p id={`${dayId}-hint`} className="hb-small hb-muted">{missing && (day === '' || day > today()) ? t('dialog.needDay') : t('dialog.sourceOnHint')}</p>
        </div>
        <ChooseFile file={file} missing={missing && !file} onFile={setFile} />
      </div>
    </Modal>
  );
}

function ChooseFile({ file, missing, onFile }: { readonly file: File | undefined; readonly missing: boolean; readonly onFile: (file: File) => void }) {
  const { t } = useTranslation('permit-imports');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <div>
      <Button icon={<UploadOutlined aria-hidden />} danger={missing} aria-describedby={id} onClick={() => input.current?.click()}>{t(file ? 'dialog.another' : 'dialog.file')}</Button>
      <p id={id} className="hb-small hb-muted" aria-live="polite">{file ? t('dialog.chosen', { name: file.name }) : missing ? t('dialog.needFile') : t('dialog.hint')}</p>
      <input
        ref={input} type="file" className="hb-sr-only" tabIndex={-1} aria-label={t('dialog.file')} accept=".xlsx,.csv"
        onChange={event => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen) onFile(chosen);
        }}
      />
    </div>
  );
}
