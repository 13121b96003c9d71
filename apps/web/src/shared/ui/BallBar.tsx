import { useTranslation } from 'react-i18next';
import './ball-bar.css';
import { DeadlineBadge, Provisional, type Deadline } from './DeadlineBadge';
import { DateText } from './values';

export interface Ball {
  /** Who has to act now, as people say it: 生态环境局审查岗, 贵单位. null when the matter is closed. */
  readonly holder: string | null;
  /** True when the reader's own side has to act. */
  readonly mine: boolean;
  readonly since: string | null;
  /** What happens next, one sentence. */
  readonly next: string | null;
  readonly deadline?: Deadline | null;
  /** Last day, where only the day is known (public query). */
  readonly due?: string | null;
  readonly provisional?: boolean;
}

/** “球在谁手里”: who has to act, since when, until when, and what comes next. On top of every case. */
export function BallBar({ ball }: { readonly ball: Ball }) {
  const { t } = useTranslation();
  if (ball.holder === null) return <p className="hb-ball hb-ball--closed">{ball.next ?? t('ball.closed')}</p>;
  return (
    <section className={`hb-ball${ball.mine ? ' hb-ball--mine' : ''}`} aria-label={t('ball.title')}>
      <div className="hb-ball__who">
        <span className="hb-small">{ball.mine ? t('ball.mine') : t('ball.theirs')}</span>
        <strong>{ball.holder}</strong>
      </div>
      <BallFacts ball={ball} />
    </section>
  );
}

function BallFacts({ ball }: { readonly ball: Ball }) {
  const { t } = useTranslation();
  return (
    <dl>
      {ball.since && (
        <div>
          <dt>{t('ball.since')}</dt>
          <dd>
            <DateText value={ball.since} time />
          </dd>
        </div>
      )}
      {ball.deadline && (
        <div>
          <dt>{t('ball.due')}</dt>
          <dd>
            <DeadlineBadge {...ball.deadline} />
            {ball.deadline.due && !ball.deadline.paused && (
              <span className="hb-small hb-muted hb-num"> {t('deadline.until', { due: ball.deadline.due })}</span>
            )}
          </dd>
        </div>
      )}
      {ball.due && !ball.deadline && (
        <div>
          <dt>{t('ball.due')}</dt>
          <dd>
            {t('deadline.until', { due: ball.due })} {ball.provisional && <Provisional />}
          </dd>
        </div>
      )}
      {ball.next && (
        <div className="hb-ball__next">
          <dt>{t('ball.next')}</dt>
          <dd>{ball.next}</dd>
        </div>
      )}
    </dl>
  );
}
