import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { AppLink } from '@/shared/ui/AppLink';
import { StatusTag } from '@/shared/ui/StatusTag';
import { FindingComparison } from '../standards/FindingComparison';
import type { Finding } from './model';

/** A form of 300 outlets can have a thousand remarks; nobody reads them all at once. */
const SHOWN_AT_ONCE = 50;

interface Props {
  readonly findings: readonly Finding[];
  /** Leads to the place in the form. */
  readonly linkTo?: (finding: Finding) => string;
  readonly acts?: (finding: Finding) => React.ReactNode;
  /** Of which application: beside a limit stands the whole comparison. */
  readonly applicationId?: string;
}

/** What the machine found: place, what is there, what should be, by which rule, on what evidence, and how to mend it. */
export function Findings({ findings, linkTo, acts, applicationId }: Props) {
  const { t } = useTranslation('permits');
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const left = findings.length - most;
  return (
    <>
      <ol className="hb-plain-list hb-stack" style={{ gap: 12 }}>
        {findings.slice(0, most).map(finding => (
          <li key={finding.id} className={`hb-finding${finding.level === 'W' ? ' hb-finding--w' : ''}`}>
            <Head finding={finding} linkTo={linkTo} />
            <p>{textOf(finding.suggestion)}</p>
            <Grounds finding={finding} />
            {applicationId && finding.ruleId === 'C5' && <FindingComparison applicationId={applicationId} pointer={finding.pointer} />}
            <Contested finding={finding} />
            <Disposed finding={finding} />
            {acts?.(finding)}
          </li>
        ))}
      </ol>
      {left > 0 && <Button onClick={() => setMost(most + SHOWN_AT_ONCE)}>{t('check.moreFindings', { count: Math.min(left, SHOWN_AT_ONCE), total: findings.length })}</Button>}
    </>
  );
}

function Head({ finding, linkTo }: { readonly finding: Finding; readonly linkTo: Props['linkTo'] }) {
  const { t } = useTranslation('permits');
  return (
    <div className="hb-row">
      <StatusTag tone={finding.level === 'E' ? 'danger' : 'warning'}>{t(finding.level === 'E' ? 'check.mustFix' : 'check.please')}</StatusTag>
      <strong>{textOf(finding.place)}</strong>
      {linkTo && (
        <AppLink to={linkTo(finding)}>
          {t('check.go')}
          <span className="hb-sr-only"> {textOf(finding.place)}</span>
        </AppLink>
      )}
    </div>
  );
}

function Grounds({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('permits');
  return (
    <dl className="hb-finding__grounds">
      <dt>{t('check.actual')}</dt>
      <dd>{finding.actual || '—'}</dd>
      <dt>{t('check.expected')}</dt>
      <dd>{finding.expected || '—'}</dd>
      <dt>{t('check.rule')}</dt>
      <dd>
        {finding.ruleId} {textOf(finding.rule)}
      </dd>
      <dt>{t('check.basis')}</dt>
      <dd>{finding.basis}</dd>
      {finding.limits.length > 0 ? <Limits limits={finding.limits} /> : finding.evidence && <Plain term={t('check.evidence')} text={finding.evidence} />}
    </dl>
  );
}

function Plain({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  );
}

/** The reference limits a finding rests on, each with its source and whether anybody compared it with the standard. */
function Limits({ limits }: { readonly limits: Finding['limits'] }) {
  const { t } = useTranslation('permits');
  return (
    <>
      <dt>{t('limit.title')}</dt>
      <dd>
        <ul className="hb-plain-list hb-limits">
          {limits.map(limit => (
            <li key={`${limit.standard}${limit.tier}${limit.value}`}>
              <strong className="hb-num">
                {limit.value} {limit.unit}
              </strong>{' '}
              {limit.standard}《{limit.title}》 <span className="hb-muted">{t(`limit.tier.${limit.tier}`)} · {t('limit.from', { day: limit.validFrom })}</span>{' '}
              <StatusTag tone={limit.verified ? 'success' : 'warning'}>{t(limit.verified ? 'limit.verified' : 'limit.unverified')}</StatusTag>
              {limit.note && <span className="hb-small hb-muted"> {limit.note}</span>}
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

/** The applicant's word against an error; an officer rules on it. */
function Contested({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('permits');
  if (typeof finding.contestedReason !== 'string') return null;
  return (
    <p className="hb-small">
      <StatusTag tone="info">{t('check.contested')}</StatusTag> {String(finding.contestedByName ?? '')}：{finding.contestedReason}
    </p>
  );
}

function Disposed({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('permits');
  if (!finding.disposition) return null;
  return (
    <p className="hb-small">
      {t('review.disposed', { name: finding.disposedByName ?? '', what: t(`review.${finding.disposition}`) })} {finding.dispositionReason}
    </p>
  );
}
