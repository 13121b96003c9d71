import { CopyOutlined, DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf, useLanguage } from '@/i18n';
import { asLines, placeOf, type CellProblem } from './model';

interface Props {
  readonly problems: readonly CellProblem[];
  readonly count: number;
  /** Fetches the marked workbook. */
  readonly onReport: () => Promise<void>;
}

/** Every bad cell: where, what stands there, how to mend it. Can be copied, or taken away as the marked workbook. */
export function ProblemList({ problems, count, onReport }: Props) {
  const { t } = useTranslation('exchange');
  const english = useLanguage() === 'en';
  const [copied, setCopied] = useState(false);
  const [busy, setBusy] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(asLines(problems, english));
    setCopied(true);
  };
  const report = async (): Promise<void> => {
    setBusy(true);
    await onReport().finally(() => setBusy(false));
  };
  return (
    <section className="hb-stack" aria-label={t('problems')}>
      <div className="hb-exchange__acts">
        <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
          {t(copied ? 'copied' : 'copy')}
        </Button>
        <Button icon={<DownloadOutlined aria-hidden />} loading={busy} onClick={() => void report()}>
          {t('report')}
        </Button>
      </div>
      <CellTable cells={problems} caption={t('problems')} />
      {count > problems.length && <p className="hb-muted">{t('more', { count: problems.length })}</p>}
    </section>
  );
}

/** What does not hinder, folded away. */
export function NoteList({ notes }: { readonly notes: readonly CellProblem[] }) {
  const { t } = useTranslation('exchange');
  if (notes.length === 0) return null;
  return (
    <details className="hb-exchange__notes">
      <summary>
        {t('notes')} · {notes.length}
      </summary>
      <CellTable cells={notes} caption={t('notes')} />
    </details>
  );
}

function CellTable({ cells, caption }: { readonly cells: readonly CellProblem[]; readonly caption: string }) {
  const { t } = useTranslation('exchange');
  return (
    // a region that scrolls must be reachable by keyboard
    <div className="hb-exchange__list" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption className="hb-sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('found')}</th>
            <th scope="col">{t('mend')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((one, index) => (
            <tr key={`${placeOf(one)}${one.code}${index}`}>
              <th scope="row">
                <span className="hb-num">{placeOf(one)}</span>
                {one.column && <span className="hb-small hb-muted hb-exchange__column">{textOf(one.column)}</span>}
              </th>
              <td className="hb-exchange__found">{one.found === '' ? <span className="hb-muted">{t('empty')}</span> : one.found}</td>
              <td>{textOf(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
