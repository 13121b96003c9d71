import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { download, sendFile } from '../exchange/send-file';
import '../records/records.css';
import { type ResultSheet, SheetRows } from '../records/SheetRows';
import { contractPath, type Contract } from './model';

/** Results by Excel, for the firm: the template of the client's permit, and a check of the filled workbook before it is handed over. */
export function ResultSheetCheck({ contract }: { readonly contract: Contract }) {
  const { t } = useTranslation('records');
  const input = useRef<HTMLInputElement>(null);
  const [checked, setChecked] = useState<{ readonly name: string; readonly sheet: ResultSheet } | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const path = `${contractPath(contract.id)}/result-sheet`;
  const check = async (file: File): Promise<void> => {
    setBusy(true);
    setError(null);
    setChecked(null);
    try {
      setChecked({ name: file.name, sheet: (await (await sendFile(path, { file })).json()) as ResultSheet });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="hb-stack">
      <p className="hb-small hb-muted">{t('sheet.firmLead')}</p>
      <div className="hb-row">
        <Button onClick={() => void download(path, `${t('sheet.title')}.xlsx`).catch(setError)}>{t('sheet.template')}</Button>
        <Button loading={busy} onClick={() => input.current?.click()}>{t('sheet.check')}</Button>
      </div>
      <input
        ref={input} type="file" className="hb-sr-only" tabIndex={-1} aria-label={t('sheet.check')} accept=".xlsx"
        onChange={event => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void check(file);
        }}
      />
      <ProblemAlert error={error} />
      {checked && <p><strong>{checked.name}</strong> {t(checked.sheet.refused > 0 ? 'sheet.checkedWrong' : 'sheet.checkedFine')}</p>}
      {checked && <SheetRows sheet={checked.sheet} />}
    </div>
  );
}
