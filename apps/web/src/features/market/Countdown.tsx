import { useTranslation } from 'react-i18next';
import { DateText } from '@/shared/ui/values';
import './market.css';
import { leftOf, useLeft, type Left } from './server-clock';

const LAST_MINUTES = 10;

const isUrgent = ({ over, days, hours, minutes }: Left): boolean => !over && days === 0 && hours === 0 && minutes < LAST_MINUTES;

interface Props {
  readonly deadline: string;
  /** Server's clock minus this computer's, in milliseconds. */
  readonly skewMs: number;
}

/** The deadline and what is left until it by the server's clock, which alone counts. */
export function Countdown({ deadline, skewMs }: Props) {
  const { t } = useTranslation('market');
  const left = leftOf(useLeft(deadline, skewMs));
  const urgent = isUrgent(left);
  return (
    <div className={`hb-countdown${urgent ? ' hb-countdown--urgent' : ''}${left.over ? ' hb-countdown--over' : ''}`}>
      <div>
        <span className="hb-small hb-muted">{t('task.deadline')}</span>
        <strong>
          <DateText value={deadline} time />
        </strong>
      </div>
      <div role="timer" aria-live="off">
        <span className="hb-small hb-muted">{t('bid.left')}</span>
        <strong className="hb-num">{left.over ? t('bid.ended') : t('bid.leftParts', { ...left, days: left.days, hours: two(left.hours), minutes: two(left.minutes), seconds: two(left.seconds) })}</strong>
      </div>
      <p className="hb-small" role="status">
        {left.over ? t('bid.overHint') : urgent ? t('bid.urgent') : t('bid.serverClock')}
      </p>
    </div>
  );
}

const two = (value: number): string => String(value).padStart(2, '0');
