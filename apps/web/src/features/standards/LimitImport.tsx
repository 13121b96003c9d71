import { Input } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { ImportDialog } from '../exchange/ImportDialog';
import { useImport } from '../exchange/use-import';
import { ChangeList } from './ChangeList';
import { limitsPath, type LimitPreview } from './model';

/** A workbook of limits as one proposal: looked at first, put forward as a whole or not at all. */
export function LimitImport({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('standards');
  const { base } = useSession();
  const navigate = useNavigate();
  const work = useImport<LimitPreview>({ path: limitsPath, reportName: t('import.report') });
  const [reason, setReason] = useState('');
  const [citation, setCitation] = useState('');
  const done = (): void => {
    onClose();
    void navigate({ to: `${base}/limits?tab=proposals` as string });
  };
  return (
    <ImportDialog
      open
      title={t('import.title')}
      hint={t('import.hint')}
      work={work}
      rows={preview => preview.incoming}
      onApply={() => void work.apply({ query: { reason, citation } }, done)}
      onClose={onClose}
    >
      {preview => (
        <div className="hb-stack">
          <p>{t('import.counts', { ...preview.counts })}</p>
          <ChangeList changes={preview.changes} />
          <Words label={t('propose.reason')} value={reason} onChange={setReason} />
          <Words label={t('propose.citation')} value={citation} onChange={setCitation} />
        </div>
      )}
    </ImportDialog>
  );
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Words({ label, value, onChange }: WordsProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="hb-field__label">{label}</label>
      <Input id={id} value={value} maxLength={500} onChange={event => onChange(event.target.value)} />
    </div>
  );
}
