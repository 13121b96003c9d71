import i18n from 'i18next';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '@/api/problem';
import './clock-explainer.css';
import { DeadlineBadge, type Deadline } from './DeadlineBadge';
import { DateText } from './values';

/** One stretch of a statutory clock, as `evaluateClock` of `@huanbao/calendar` explains it. */
export interface ClockStep {
  readonly from: string;
  readonly to: string;
  readonly counting: boolean;
  readonly countedDays: number;
  readonly zh: string;
  readonly en: string;
  readonly article: string;
  readonly noticeNumber?: string | null;
}

/** Same shape as `ClockReading` of `@huanbao/calendar`. */
export interface ClockReading {
  readonly state: 'running' | 'paused' | 'ended' | 'overdue';
  readonly dueDate: string | null;
  readonly remaining: number;
  readonly elapsed: number;
  readonly total: number;
  readonly provisional: boolean;
  readonly steps: readonly ClockStep[];
  readonly dayType?: 'workday' | 'calendar';
}

/** What a DeadlineBadge or BallBar needs of a clock. `pausedWhy` in plain words, e.g. 补正中. */
export function deadlineOf(reading: ClockReading, pausedWhy?: string): Deadline {
  return {
    remaining: reading.state === 'ended' ? null : reading.remaining,
    due: reading.dueDate,
    provisional: reading.provisional,
    paused: reading.state === 'paused' ? (pausedWhy ?? i18n.t('clock.paused')) : null,
    unit: reading.dayType === 'calendar' ? 'day' : 'workday',
  };
}

interface Props {
  readonly title: string;
  readonly reading: ClockReading;
  /** What silence means when the time is over, if the law says so. */
  readonly silence?: string | null;
  readonly pausedWhy?: string;
}

/** Why the last day is what it is: every stretch with its article. Both sides read the same page. */
export function ClockExplainer({ title, reading, silence, pausedWhy }: Props) {
  const { t } = useTranslation();
  return (
    <section className="hb-card hb-clock">
      <div className="hb-clock__head">
        <h2>{title}</h2>
        <DeadlineBadge {...deadlineOf(reading, pausedWhy)} />
      </div>
      <p className="hb-muted">
        {t(reading.dayType === 'calendar' ? 'clock.allowedDays' : 'clock.allowed', { count: reading.total })} ·{' '}
        {t('clock.sum', { elapsed: reading.elapsed, remaining: Math.max(0, reading.remaining) })}
      </p>
      <table>
        <caption className="hb-sr-only">{t('clock.caption', { title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('clock.from')}</th>
            <th scope="col">{t('clock.to')}</th>
            <th scope="col">{t('clock.why')}</th>
            <th scope="col">{t('clock.used')}</th>
          </tr>
        </thead>
        <tbody>
          {reading.steps.map((step, index) => (
            <Step key={`${step.from}${index}`} step={step} />
          ))}
        </tbody>
        {reading.dueDate && (
          <tfoot>
            <tr>
              <th scope="row">{t('clock.last')}</th>
              <td colSpan={3}>
                <strong>
                  <DateText value={reading.dueDate} />
                </strong>
                {reading.provisional && <span className="hb-small hb-muted"> {t('deadline.provisionalWhy')}</span>}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
      {silence && <p className="hb-small hb-muted">{silence}</p>}
    </section>
  );
}

function Step({ step }: { readonly step: ClockStep }) {
  const { t } = useTranslation();
  return (
    <tr className={step.counting ? undefined : 'hb-clock__still'}>
      <td>
        <DateText value={step.from} />
      </td>
      <td>
        <DateText value={step.to} />
      </td>
      <td>
        <div>{sentenceOf(step)}</div>
        <div className="hb-small hb-muted">
          {step.article}
          {step.noticeNumber && ` · ${step.noticeNumber}`}
        </div>
      </td>
      <td className="hb-num">{step.counting ? t('clock.usedDays', { count: step.countedDays }) : t('clock.notCounted')}</td>
    </tr>
  );
}
