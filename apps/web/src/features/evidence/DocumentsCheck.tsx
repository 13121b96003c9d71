import { useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { AppLink } from '@/shared/ui/AppLink';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import './evidence.css';
import type { DocumentFinding, DocumentsCheck as Check, ReadDocument } from './model';

const POLL_MS = 2000;

interface Props {
  readonly applicationId: string;
  /** Leads to the place in the form. */
  readonly linkTo?: (pointer: string) => string;
  readonly acts?: (finding: DocumentFinding) => ReactNode;
}

/** What stands in the approval and the monitoring report against what the form says. It stops nobody. */
export function DocumentsCheck({ applicationId, linkTo, acts }: Props) {
  const { t } = useTranslation('evidence');
  const check = useQuery({
    ...readPath<Check>(`/api/v1/permit-applications/${applicationId}/documents-check`),
    staleTime: 0,
    refetchInterval: query => (query.state.data?.documents.some(each => each.state === 'reading') ? POLL_MS : false),
  });
  const { documents = [], findings = [] } = check.data ?? {};
  const read = documents.filter(each => each.state === 'done' && each.kind !== 'other' && each.kind !== null);
  return (
    <section className="hb-card hb-stack" aria-labelledby="documents-check">
      <h2 id="documents-check">{t('check2.title')}</h2>
      <p className="hb-muted">{t('check2.lead')}</p>
      <ProblemAlert error={check.error} />
      {check.data && documents.length === 0 && <p>{t('check2.none')}</p>}
      <Unread documents={documents} />
      {read.length > 0 && <p role="status">{findings.length === 0 ? t('check2.agree', { count: read.length }) : t('check2.differ', { count: findings.length })}</p>}
      {check.data && documents.length > 0 && read.length === 0 && documents.every(each => each.state !== 'reading') && <p>{t('check2.nothing')}</p>}
      <ol className="hb-plain-list hb-stack hb-evidence__findings">
        {findings.map(finding => (
          <li key={`${finding.fileId}${finding.kind}${finding.pointer ?? ''}${finding.says}`} className="hb-finding hb-finding--w">
            <Finding finding={finding} linkTo={linkTo} />
            {acts?.(finding)}
          </li>
        ))}
      </ol>
      <Found documents={read} />
    </section>
  );
}

/** Being read, or not readable, with the reason in words. */
function Unread({ documents }: { readonly documents: readonly ReadDocument[] }) {
  const { t } = useTranslation('evidence');
  const open = documents.filter(each => each.state !== 'done' || each.reason !== null);
  if (open.length === 0) return null;
  return (
    <ul className="hb-plain-list hb-stack hb-evidence__documents">
      {open.map(each => (
        <li key={each.fileId}>
          {each.name}{' '}
          {each.state === 'reading' ? <Progress size="small" percent={each.progress} aria-label={t('check2.reading', { name: each.name })} /> : <span className="hb-muted hb-small">{t(`reason.${reasonOf(each)}`)}</span>}
        </li>
      ))}
    </ul>
  );
}

const REASONS = ['no-ocr', 'nothing-recognised', 'encrypted', 'damaged', 'too-long', 'too-large'] as const;
const reasonOf = ({ reason }: ReadDocument): (typeof REASONS)[number] => REASONS.find(each => each === reason) ?? 'damaged';

function Finding({ finding, linkTo }: { readonly finding: DocumentFinding; readonly linkTo: Props['linkTo'] }) {
  const { t } = useTranslation('evidence');
  return (
    <>
      <div className="hb-row">
        <StatusTag tone="warning">{t(`finding.${finding.kind}`)}</StatusTag>
        {finding.pointer && linkTo && (
          <AppLink to={linkTo(finding.pointer)}>
            {t('check2.go')}
            <span className="hb-sr-only"> {t(`finding.${finding.kind}`)}</span>
          </AppLink>
        )}
      </div>
      <dl className="hb-finding__grounds">
        <dt>{t('check2.document')}</dt>
        <dd>
          <a href={`/api/v1/files/${finding.fileId}/content?inline=1#page=${finding.page}`} target="_blank" rel="noreferrer">
            {t('check2.page', { name: finding.document, page: finding.page })}
          </a>
          <q className="hb-evidence__words">{finding.quote}</q>
        </dd>
        <dt>{t('check2.says')}</dt>
        <dd>{finding.says}</dd>
        {finding.formSays !== '' && (
          <>
            <dt>{t('check2.form')}</dt>
            <dd>{finding.formSays}</dd>
          </>
        )}
      </dl>
      <p>{textOf(finding.mend)}</p>
    </>
  );
}

/** Everything that was read, for whoever wants to see on what the comparison rests. */
function Found({ documents }: { readonly documents: readonly ReadDocument[] }) {
  const { t } = useTranslation('evidence');
  if (documents.length === 0) return null;
  return (
    <details>
      <summary>{t('check2.found')}</summary>
      {documents.map(each => (
        <div key={each.fileId}>
          <h3>
            {each.name} <span className="hb-small hb-muted">{t(`kind.${each.kind ?? 'other'}`)}{each.source === 'ocr' ? ` · ${t('check2.ocr')}` : ''}</span>
          </h3>
          <ul>
            {each.found.map(one => (
              <li key={`${one.page}${one.value}`}>
                {one.value} <span className="hb-small hb-muted">{t('check2.onPage', { page: one.page })}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
