import { useTranslation } from 'react-i18next';
import { DateText } from '@/shared/ui/values';
import type { Firm } from './model';
import { stageOf, useWords } from './words';

/** The parts of a firm that stand on its page and beside those of others. */
export function Services({ firm }: { readonly firm: Firm }) {
  return (
    <ul className="hb-lines">
      {firm.services.map(service => (
        <li key={service.kind + service.stage + service.title}>{`${service.title}（${stageOf(service.stage)}）`}</li>
      ))}
    </ul>
  );
}

export function Qualifications({ firm }: { readonly firm: Firm }) {
  const { t } = useTranslation('firms');
  if (firm.qualifications.length === 0) return <p className="hb-muted">{t('firm.noQualifications')}</p>;
  return (
    <ul className="hb-lines">
      {firm.qualifications.map(q => (
        <li key={q.kind + q.number}>
          <strong>{q.kind}</strong> <span className="hb-num">{q.number}</span>
          <div>{q.scope}</div>
          <div className="hb-small hb-muted">
            {t('firm.valid')} {q.validTo ? <DateText value={q.validTo} /> : t('firm.endless')} · {t('firm.verifiedOn')} <DateText value={q.verifiedOn} /> · {q.issuer}
          </div>
        </li>
      ))}
    </ul>
  );
}

export function Points({ firm }: { readonly firm: Firm }) {
  const { t } = useTranslation('firms');
  const words = useWords();
  if (firm.points.length === 0) return <p className="hb-muted">{t('firm.noPoints')}</p>;
  return (
    <ul className="hb-lines">
      {firm.points.map(point => (
        <li key={point.occurredOn + point.ruleZh}>
          <strong>{t('firm.pointOf', { points: point.points })}</strong> {words({ zh: point.ruleZh, en: point.ruleEn })} {point.isObjected && <em>{t('firm.objected')}</em>}
          <div className="hb-small hb-muted">
            <DateText value={point.occurredOn} /> · {t('firm.until', { day: point.expiresOn })} · {point.article} · {t('firm.source')}：{point.source}
          </div>
        </li>
      ))}
    </ul>
  );
}
