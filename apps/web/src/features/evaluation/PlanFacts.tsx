import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { SPECIALTIES, type Plan } from './model';
import { useWords } from './words';

/** The price formula in words. */
export function useFormula(): (plan: Plan) => string {
  const { t } = useTranslation('evaluation');
  return ({ formula, priceWeight: weight }) => {
    if (formula.kind === 'lowest') return `${t('plan.lowest')}：${t('plan.lowestText', { weight })}`;
    const drop = formula.dropFrom === null ? '' : `；${t('plan.dropText', { count: formula.dropFrom })}`;
    return `${t('plan.average')}：${t('plan.averageText', { ...formula, weight })}${drop}`;
  };
}

/** How the offers are judged: for everybody. */
export function PlanFacts({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('evaluation');
  const formula = useFormula();
  const words = useWords();
  return (
    <section className="hb-card hb-stack">
      <h2>{t('plan.title')}</h2>
      <p>
        {t('plan.committee')} {t('plan.sizeOf', { size: plan.committeeSize, count: plan.representatives })} · {t('plan.specialties')} {plan.specialties.map(one => textOf(SPECIALTIES.find(each => each.value === one)?.label ?? one)).join('、') || t('plan.anySpecialty')} · {t('plan.days')} {t('plan.daysOf', { count: plan.scoringDays })}
      </p>
      <h3>{t('plan.conditions')}</h3>
      <p className="hb-muted">{t('plan.conditionsText')}</p>
      <ul className="hb-plain-list hb-criteria">
        {plan.conditions.map(one => <li key={one.id}>{words(one)}<div className="hb-small hb-muted">{one.basis}</div></li>)}
      </ul>
      <h3>{t('plan.criteria')}</h3>
      <ul className="hb-plain-list hb-criteria">
        {plan.criteria.map(one => (
          <li key={one.id}>
            <strong>{one.name}</strong> <span className="hb-num">{one.max}</span>
            <div className="hb-muted">{one.guide}</div>
          </li>
        ))}
        <li>
          <strong>{t('plan.price')}</strong> <span className="hb-num">{plan.priceWeight}</span>
          <div className="hb-muted">{formula(plan)}</div>
        </li>
      </ul>
    </section>
  );
}
