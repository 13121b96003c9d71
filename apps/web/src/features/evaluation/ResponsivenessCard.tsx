import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import type { Condition, Finding, Responsiveness } from './model';
import { useWords } from './words';

interface Props {
  readonly review: Responsiveness;
  readonly conditions: readonly Condition[];
  /** Of a procurement that ended here. */
  readonly report?: string | null;
}

/** What the panel found when it held the bids against the published conditions, and what followed. A bidder sees the own finding. */
export function ResponsivenessCard({ review, conditions, report }: Props) {
  const { t } = useTranslation('evaluation');
  const whole = review.findings.some(one => one.reasons.some(each => each.seat !== null));
  return (
    <section className="hb-card hb-stack">
      <h2>{t('review.title')}</h2>
      {whole && <p>{t('review.left', { left: review.left, least: review.least, basis: review.basis, unverified: review.verified ? '' : t('card.unverified') })} {review.verdict === 'fail' && <StatusTag tone="danger">{t('review.failed')}</StatusTag>}</p>}
      {review.findings.map(one => <FindingRow key={one.bidId} finding={one} conditions={conditions} />)}
      {review.competitionStands !== null && (
        <div className="hb-objection">
          <div className="hb-row"><strong>{t('review.competition')}</strong><StatusTag tone={review.competitionStands ? 'success' : 'danger'}>{t(review.competitionStands ? 'review.competes' : 'review.lacks')}</StatusTag></div>
          {review.competition.map(one => <p key={one.seat}>{t('committee.seat', { nth: one.seat })}：{t(one.competitive ? 'review.competes' : 'review.lacks')}，{one.reason}</p>)}
        </div>
      )}
      {report && <p><a className="hb-link" href={`/api/v1/files/${report}/content`}>{t('result.report')}</a></p>}
    </section>
  );
}

/** One bid against the conditions: what was not met, and why each member found so. */
export function FindingRow({ finding, conditions }: { readonly finding: Finding; readonly conditions: readonly Condition[] }) {
  const { t } = useTranslation('evaluation');
  const words = useWords();
  const named = (ids: readonly string[]): string => conditions.filter(one => ids.includes(one.id)).map(words).join('；');
  return (
    <article className="hb-objection">
      <div className="hb-row"><strong>{finding.firmName}</strong><StatusTag tone={finding.responsive ? 'success' : 'danger'}>{t(finding.responsive ? 'review.responsive' : 'review.rejected')}</StatusTag></div>
      {!finding.responsive && <p>{t('review.notMet')}：{named(finding.failed)}</p>}
      <ul className="hb-plain-list">
        {finding.reasons.map((one, nth) => <li key={one.seat ?? nth}>{one.seat !== null && <span className="hb-muted">{t('committee.seat', { nth: one.seat })} · {one.failed.length > 0 ? named(one.failed) : t('review.allMet')}：</span>}{one.reason}</li>)}
      </ul>
    </article>
  );
}
