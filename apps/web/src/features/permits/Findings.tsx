import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { AppLink } from '@/shared/ui/AppLink';
import { StatusTag } from '@/shared/ui/StatusTag';
import type { Finding } from './model';

interface Props {
  readonly findings: readonly Finding[];
  /** Leads to the place in the form. */
  readonly linkTo?: (finding: Finding) => string;
  readonly acts?: (finding: Finding) => React.ReactNode;
}

/** What the machine found: place, what is there, what should be, by which rule, and how to mend it. */
export function Findings({ findings, linkTo, acts }: Props) {
  const { t } = useTranslation('permits');
  return (
    <ol className="hb-plain-list hb-stack" style={{ gap: 12 }}>
      {findings.map(finding => (
        <li key={finding.id} className={`hb-finding${finding.level === 'W' ? ' hb-finding--w' : ''}`}>
          <div className="hb-row">
            <StatusTag tone={finding.level === 'E' ? 'danger' : 'warning'}>{t(finding.level === 'E' ? 'check.mustFix' : 'check.please')}</StatusTag>
            <strong>{textOf(finding.place)}</strong>
            <span className="hb-small hb-muted">{finding.ruleId}</span>
            {linkTo && <AppLink to={linkTo(finding)}>{t('check.go')}</AppLink>}
          </div>
          <p>{textOf(finding.suggestion)}</p>
          <p className="hb-small hb-muted">
            {t('check.actual')}：{finding.actual || '—'}　{t('check.expected')}：{finding.expected || '—'}　{t('check.basis')}：{finding.basis}
          </p>
          {finding.disposition && (
            <p className="hb-small">
              {t('review.disposed', { name: finding.disposedByName ?? '', what: t(`review.${finding.disposition}`) })} {finding.dispositionReason}
            </p>
          )}
          {acts?.(finding)}
        </li>
      ))}
    </ol>
  );
}
