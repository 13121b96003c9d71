import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { schemesPath, type Scheme, type SchemeRow } from './model';
import './credit.css';

interface Band {
  readonly from: string;
  readonly to: string;
  readonly low: string;
  readonly high: string;
}

const KINDS = ['parameter', 'indicator', 'effect', 'deduction', 'measure', 'veto', 'downgrade', 'gate', 'tier', 'repair'] as const;
const nameOf = ({ kind, code }: SchemeRow): string => `${kind}:${code}`;

/** The rows by kind. In a draft the values can be changed; everything else is kept as it is. */
export function SchemeRows({ scheme }: { readonly scheme: Scheme }) {
  const { t } = useTranslation('credit');
  const { values, change, dirty, error, busy, save } = useRows(scheme);
  const editable = scheme.state === 'draft' && scheme.actions.includes('credit-scheme.draft');
  const sum = scheme.rows.filter(row => row.kind === 'indicator').reduce((total, row) => total + Number(values[nameOf(row)] ?? row.value), 0);
  return (
    <>
      {KINDS.filter(kind => scheme.rows.some(row => row.kind === kind)).map(kind => (
        <section key={kind} className="hb-card">
          <h2>{t(`schemes.kinds.${kind}`)} {kind === 'indicator' && <span className="hb-small hb-muted">{t('schemes.sum', { sum: Number(sum.toFixed(6)) })}</span>}</h2>
          <Rows rows={scheme.rows.filter(row => row.kind === kind)} kind={t(`schemes.kinds.${kind}`)} added={scheme.additions} values={values} onChange={editable ? change : null} />
        </section>
      ))}
      {editable && <div className="hb-stack"><ProblemAlert error={error} /><div><Button type="primary" disabled={!dirty} loading={busy} onClick={() => void save()}>{t('schemes.save')}</Button></div></div>}
    </>
  );
}

function useRows(scheme: Scheme) {
  const client = useQueryClient();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const rows = scheme.rows.map(({ kind, code, title, value, unit, attributes, legalBasis, note }) => ({ kind, code, title, value: values[`${kind}:${code}`] ?? value, unit, attributes, legalBasis, note }));
      await rest('PUT', `${schemesPath}/${scheme.id}/rows`, { body: { rows }, version: scheme.version });
      await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(schemesPath) });
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return { values, change: (name: string, value: string) => setValues({ ...values, [name]: value }), dirty: Object.keys(values).length > 0, error, busy, save };
}

interface RowsProps {
  readonly rows: readonly SchemeRow[];
  readonly kind: string;
  readonly added: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: ((name: string, value: string) => void) | null;
}

function Rows({ rows, kind, added, values, onChange }: RowsProps) {
  const { t } = useTranslation('credit');
  return (
    <div className="hb-credit__scroll" role="region" aria-label={kind} tabIndex={0}>
      <table className="hb-credit__table">
        <thead><tr><th scope="col">{t('schemes.item')}</th><th scope="col" className="hb-num">{t('schemes.value')}</th><th scope="col" className="hb-credit__wide">{t('schemes.basis')}</th></tr></thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <th scope="row">{row.title} {added.includes(nameOf(row)) && <StatusTag tone="info">{t('schemes.added')}</StatusTag>}<Extra row={row} /></th>
              <td className="hb-num">
                {onChange && row.value !== '' ? <Input aria-label={`${row.title} ${t('schemes.value')}`} inputMode="decimal" value={values[nameOf(row)] ?? row.value} onChange={event => onChange(nameOf(row), event.target.value)} /> : row.value} {row.unit}
              </td>
              <td className="hb-small hb-credit__wide">{row.legalBasis}{!row.verified && t('unverified')}{row.origin && <div className="hb-muted">{row.origin}</div>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Extra({ row: { attributes, note } }: { readonly row: SchemeRow }) {
  const { t } = useTranslation('credit');
  const { months, most, bands } = attributes as { months?: number; most?: string; bands?: readonly Band[] };
  const words = [...(months ? [t('schemes.months', { months })] : []), ...(most ? [t('schemes.most', { most })] : []), ...(bands ?? []).map(band => t('schemes.bands', { ...band })), ...(note ? [note] : [])];
  return words.length > 0 ? <div className="hb-small hb-muted">{words.join('；')}</div> : null;
}
