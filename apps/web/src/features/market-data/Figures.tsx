import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { Money } from '@/shared/ui/values';
import './market-data.css';
import type { MarketFigure, MarketStatistics } from './model';

/** The figures as a table with its total below; on a phone it is moved sideways. */
export function Figures({ statistics, caption }: { readonly statistics: MarketStatistics; readonly caption: string }) {
  const { t } = useTranslation('market-data');
  return (
    <div className="hb-figures" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption className="hb-sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figures.group')}</th>
            {(['published', 'awarded', 'ended', 'bidsPerTask', 'awardYuan', 'saved', 'medianDays'] as const).map(key => <th key={key} scope="col" className="hb-figures__number">{t(`figures.${key}`)}</th>)}
          </tr>
        </thead>
        <tbody>{statistics.groups.map(group => <Line key={group.key} figure={group} />)}</tbody>
        <tfoot><Line figure={statistics.total} /></tfoot>
      </table>
    </div>
  );
}

function Line({ figure }: { readonly figure: MarketFigure }) {
  const { t } = useTranslation('market-data');
  const nothing = <span className="hb-muted">{t('figures.none')}</span>;
  return (
    <tr>
      <th scope="row">{textOf({ zh: figure.labelZh, en: figure.labelEn })}</th>
      <td className="hb-figures__number hb-num">{figure.published}</td>
      <td className="hb-figures__number hb-num">{figure.awarded}</td>
      <td className="hb-figures__number hb-num">{figure.failed + figure.cancelled}</td>
      <td className="hb-figures__number hb-num">{figure.bidsPerTask ?? nothing}</td>
      <td className="hb-figures__number">{figure.awardYuan === null ? nothing : <Money yuan={figure.awardYuan} />}</td>
      <td className="hb-figures__number">{figure.savedYuan === null ? nothing : <><Money yuan={figure.savedYuan} />{figure.savedPercent !== null && <span className="hb-muted hb-num"> {t('figures.percent', { percent: figure.savedPercent })}</span>}</>}</td>
      <td className="hb-figures__number hb-num">{figure.medianDays === null ? nothing : t('figures.days', { days: figure.medianDays })}</td>
    </tr>
  );
}
