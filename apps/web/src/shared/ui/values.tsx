import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '@/shared/time/time';

const SHOWN_AS_COPIED_MS = 2_000;

/** A number of a case or a permit stays whole; a digest does not fit into a line of a phone. */
const LONGEST_IN_ONE_LINE = 28;

/** A number or code that people carry elsewhere, with a button that copies it. */
export function CopyText({ text, label }: { readonly text: string; readonly label?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), SHOWN_AS_COPIED_MS);
    });
  };
  const name = copied ? t('action.copied') : t('action.copyOf', { what: label ?? text });
  return (
    <span className="hb-num" style={text.length > LONGEST_IN_ONE_LINE ? { overflowWrap: 'anywhere' } : { whiteSpace: 'nowrap' }}>
      {text}
      <Tooltip title={name}>
        <Button type="text" size="small" aria-label={name} icon={copied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />} onClick={copy} />
      </Tooltip>
    </span>
  );
}

/** Groups the digits of a decimal kept as text; no arithmetic, so nothing is rounded. */
export function groupDigits(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** An amount of money in yuan, given as the decimal text of the API. */
export function Money({ yuan }: { readonly yuan: string | null | undefined }) {
  const { t } = useTranslation();
  if (yuan === null || yuan === undefined) return <span className="hb-muted">{t('state.none')}</span>;
  return <span className="hb-num hb-nowrap">{t('value.yuan', { amount: groupDigits(yuan) })}</span>;
}

/** A date (`2026-11-23`) or an instant, in Shanghai time. */
export function DateText({ value, time = false }: { readonly value: string | null | undefined; readonly time?: boolean }) {
  const { t } = useTranslation();
  if (!value) return <span className="hb-muted">{t('state.none')}</span>;
  return (
    <time dateTime={value} className="hb-num" style={{ whiteSpace: 'nowrap' }}>
      {time ? formatDateTime(value) : formatDate(value)}
    </time>
  );
}

/** Old → new of one value. Unchanged values are shown plainly. */
export function DiffMark({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  const { t } = useTranslation();
  const shown = (value: string | null): string => (value === null || value === '' ? t('state.notFilled') : value);
  if (from === to) return <span>{shown(to)}</span>;
  return (
    <span className="hb-diff">
      <span className="hb-tag hb-tag--warning">{t('diff.changed')}</span>{' '}
      <del>
        <span className="hb-sr-only">{t('diff.before')}</span>
        {shown(from)}
      </del>{' '}
      <span aria-hidden>→</span>{' '}
      <ins>
        <span className="hb-sr-only">{t('diff.after')}</span>
        {shown(to)}
      </ins>
    </span>
  );
}
