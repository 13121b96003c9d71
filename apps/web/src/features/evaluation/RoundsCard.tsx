import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { DateText } from '@/shared/ui/values';
import type { Evaluation } from './model';
import { Candidates } from './PublicityCard';

/** Results that upheld objections have ended: what was published then, and what followed. */
export function RoundsCard({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('evaluation');
  const english = useLanguage() === 'en';
  return (
    <section className="hb-card hb-stack">
      <h2>{t('rounds.title')}</h2>
      {evaluation.rounds.map(one => (
        <div key={one.round} className="hb-objection">
          <div className="hb-row"><strong>{t('rounds.of', { nth: one.round })}</strong><span className="hb-muted">{t('rounds.ended')} <DateText value={one.endedAt} time /></span></div>
          <p>{english ? one.remedyEn : one.remedyZh}<span className="hb-muted">（{one.basis}）</span></p>
          <Candidates candidates={one.candidates} />
          {one.reportFileId && <p><a className="hb-link" href={`/api/v1/files/${one.reportFileId}/content`}>{t('rounds.report', { nth: one.round })}</a></p>}
        </div>
      ))}
    </section>
  );
}
