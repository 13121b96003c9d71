import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateText, DiffMark } from '@/shared/ui/values';
import { PdfButton } from './PdfButton';
import { reportPath, type Report, type ReportChanges, type Revision } from './model';

const TONES: Readonly<Record<NonNullable<Revision['outcome']>, Tone>> = { accepted: 'success', returned: 'warning', superseded: 'muted', void: 'danger' };

/** Every copy as it was handed in, with what the bureau made of it. */
export function Revisions({ report }: { readonly report: Report }) {
  const { t } = useTranslation('reports');
  const { base } = useSession();
  if (report.revisions.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('copies.title')}</h2>
      <ol className="hb-plain-list hb-stack" reversed>
        {report.revisions.map(copy => (
          <li key={copy.number} className="hb-report__copy">
            <div className="hb-row">
              <strong>{t('copies.number', { number: copy.number })}</strong>
              <DateText value={copy.submittedAt} time />
              <span>{copy.submittedByName}</span>
              <StatusTag tone={copy.outcome ? TONES[copy.outcome] : 'progress'}>{t(`outcome.${copy.outcome ?? 'waiting'}`)}</StatusTag>
            </div>
            {copy.reason && <p>{t('copies.reason')}{copy.reason}</p>}
            {copy.outcomeNote && <p>{t('copies.note')}{copy.outcomeNote}{copy.decidedByName && <span className="hb-muted">（{copy.decidedByName} <DateText value={copy.decidedAt} />）</span>}</p>}
            {copy.places.length > 0 && <ul>{copy.places.map(place => <li key={place.pointer}>{place.label}：{place.requirement}</li>)}</ul>}
            <div className="hb-row hb-small">
              <PdfButton report={report} revision={copy.number} label={t('copies.pdf', { number: copy.number })} />
              <AppLink to={`${base}/signatures/${copy.recordId}`}>{t('copies.record', { number: copy.number })}</AppLink>
            </div>
          </li>
        ))}
      </ol>
      {report.revision > 1 && <Changes report={report} />}
    </section>
  );
}

/** Old → new of the last two copies. */
export function Changes({ report }: { readonly report: Report }) {
  const { t } = useTranslation('reports');
  const changes = useQuery(readPath<ReportChanges>(`${reportPath(report.id)}/changes`));
  if (changes.error) return <ProblemAlert error={changes.error} />;
  if (!changes.data) return null;
  return (
    <div className="hb-stack" style={{ gap: 8 }}>
      <h3>{t('copies.changes', { from: changes.data.from, to: changes.data.to })}</h3>
      {changes.data.changes.length === 0 && <p className="hb-muted">{t('copies.same')}</p>}
      <dl className="hb-plain-facts">
        {changes.data.changes.map(one => (
          <div key={one.pointer}>
            <dt>{textOf(one.place)}</dt>
            <dd><DiffMark from={one.from} to={one.to} /></dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
