import { Button, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problem';
import { withQuery } from '@/api/rest';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { download, sendFile } from '../exchange/send-file';
import '../records/records.css';
import { type ResultSheet, SheetRows } from '../records/SheetRows';
import { contractPath, type Contract } from './model';

interface Permit {
  readonly id: string;
  readonly number: string;
  readonly siteName: string;
}

/** The permits of a client that has several, once the platform has asked which one was monitored. */
const permitsAsked = (error: unknown): readonly Permit[] => (isProblem(error, 'contract.which-permit') ? (error.extra['permits'] as readonly Permit[]) : []);

/** Results by Excel, for the firm: the template of the client's permit, and a check of the filled workbook before it is handed over. */
export function ResultSheetCheck({ contract }: { readonly contract: Contract }) {
  const { t } = useTranslation('records');
  const input = useRef<HTMLInputElement>(null);
  const [checked, setChecked] = useState<{ readonly name: string; readonly sheet: ResultSheet } | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [permits, setPermits] = useState<readonly Permit[]>([]);
  const [permitId, setPermitId] = useState<string | undefined>();
  const choice = useId();
  const path = `${contractPath(contract.id)}/result-sheet`;
  const failed = (thrown: unknown): void => {
    const asked = permitsAsked(thrown);
    if (asked.length > 0) setPermits(asked);
    setError(thrown);
  };
  const choose = (id: string): void => {
    setPermitId(id);
    setChecked(null);
    setError(null);
  };
  const check = async (file: File): Promise<void> => {
    setBusy(true);
    setError(null);
    setChecked(null);
    try {
      setChecked({ name: file.name, sheet: (await (await sendFile(path, { file, query: { permitId } })).json()) as ResultSheet });
    } catch (thrown) {
      failed(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="hb-stack">
      <p className="hb-small hb-muted">{t('sheet.firmLead')}</p>
      {permits.length > 0 && (
        <div className="hb-form-line">
          <label htmlFor={choice}>{t('sheet.permit')}</label>
          <Select id={choice} className="hb-field__select" value={permitId} options={permits.map(one => ({ value: one.id, label: `${one.siteName} ${one.number}` }))} onChange={choose} />
        </div>
      )}
      <div className="hb-row">
        <Button onClick={() => void download(withQuery(path, { permitId }), `${t('sheet.title')}.xlsx`).catch(failed)}>{t('sheet.template')}</Button>
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
