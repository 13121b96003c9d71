import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { AppLink } from '@/shared/ui/AppLink';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { reportPath, type ReportFinding } from './model';
import '@/features/permits/permits.css';

interface Props {
  readonly findings: readonly ReportFinding[];
  readonly linkTo?: (pointer: string) => string;
  /** Given where explanations may be written. */
  readonly explain?: { readonly reportId: string; readonly onDone: () => void };
}

/** What the rules found: place, what stands there, what should be, and for warnings the enterprise's explanation. */
export function Findings({ findings, linkTo, explain }: Props) {
  const { t } = useTranslation('reports');
  return (
    <ol className="hb-plain-list hb-stack" style={{ gap: 12 }}>
      {findings.map(one => (
        <li key={one.id} className={`hb-finding${one.level === 'W' ? ' hb-finding--w' : ''}`}>
          <div className="hb-row">
            <StatusTag tone={one.level === 'E' ? 'danger' : 'warning'}>{t(`finding.${one.level}`)}</StatusTag>
            <strong>{textOf(one.place)}</strong>
            {linkTo && <AppLink to={linkTo(one.pointer)}>{t('finding.go')}<span className="hb-sr-only"> {textOf(one.place)}</span></AppLink>}
          </div>
          <p>{textOf(one.suggestion)}</p>
          <dl className="hb-finding__grounds">
            <dt>{t('finding.actual')}</dt><dd>{one.actual}</dd>
            <dt>{t('finding.expected')}</dt><dd>{one.expected}</dd>
            <dt>{t('finding.rule')}</dt><dd>{one.ruleId} {textOf(one.rule)}</dd>
            <dt>{t('finding.basis')}</dt><dd>{one.basis}</dd>
            {one.evidence && <><dt>{t('finding.evidence')}</dt><dd>{one.evidence}</dd></>}
          </dl>
          {one.level === 'W' && explain && <Explain key={one.explanation ?? ''} finding={one} {...explain} />}
          {one.level === 'W' && !explain && one.explanation && <p><strong>{t('finding.explanation')}</strong>{one.explanation} <span className="hb-muted">{one.explainedByName}</span></p>}
        </li>
      ))}
    </ol>
  );
}

function Explain({ finding, reportId, onDone }: { readonly finding: ReportFinding; readonly reportId: string; readonly onDone: () => void }) {
  const { t } = useTranslation('reports');
  const id = useId();
  const [text, setText] = useState(finding.explanation ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    await rest('PUT', `${reportPath(reportId)}/findings/${finding.id}/explanation`, { body: { text } }).then(onDone, setError).finally(() => setBusy(false));
  };
  return (
    <div className="hb-stack" style={{ gap: 6 }}>
      <label htmlFor={id} className="hb-field__label">{t('finding.explain')}</label>
      <Input.TextArea id={id} value={text} rows={2} maxLength={1000} onChange={event => setText(event.target.value)} />
      <ProblemAlert error={error} />
      <div className="hb-row">
        <Button size="small" loading={busy} disabled={text.trim() === (finding.explanation ?? '')} onClick={() => void save()} aria-label={`${t('finding.save')} ${textOf(finding.place)}`}>{t('finding.save')}</Button>
        {finding.explanation && <StatusTag tone="success">{t('finding.saved')}</StatusTag>}
      </div>
    </div>
  );
}
