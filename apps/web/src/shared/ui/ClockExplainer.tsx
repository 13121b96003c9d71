import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { deadlineOf } from './case-parts';
import type { ClockEntryView, ClockView } from './case.types';
import './clock-explainer.css';
import { DeadlineBadge } from './DeadlineBadge';
import { DateText } from './values';

interface Props {
  readonly clock: ClockView;
  /** Plain words while it stands still, e.g. 补正中. */
  readonly pausedWhy?: string;
}

const KINDS = new Set(['start', 'pause', 'resume', 'extend', 'shorten', 'stop']);

/** Why the last day is what it is: every start, pause and resumption with its article. Both sides read the same page. */
export function ClockExplainer({ clock, pausedWhy }: Props) {
  const { t } = useTranslation();
  const title = textOf(clock.label);
  const unit = clock.dayType === 'calendar' ? 'day' : 'workday';
  return (
    <section className="hb-card hb-clock">
      <div className="hb-clock__head">
        <h2>{title}</h2>
        <DeadlineBadge {...deadlineOf(clock, pausedWhy)} />
      </div>
      <p className="hb-muted">
        {t(`clock.allowed.${unit}`, { count: clock.days })} · {t('clock.used', { count: clock.used })} · {clock.article}
      </p>
      <table>
        <caption className="hb-sr-only">{t('clock.caption', { title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('clock.when')}</th>
            <th scope="col">{t('clock.what')}</th>
            <th scope="col">{t('clock.why')}</th>
          </tr>
        </thead>
        <tbody>
          {clock.entries.map((entry, index) => (
            <Entry key={`${entry.kind}${entry.date}${index}`} entry={entry} />
          ))}
        </tbody>
        {clock.dueOn && <LastDay clock={clock} />}
      </table>
      {clock.silence && <p className="hb-small hb-muted">{textOf(clock.silence)}</p>}
    </section>
  );
}

function Entry({ entry }: { readonly entry: ClockEntryView }) {
  const { t } = useTranslation();
  return (
    <tr className={entry.kind === 'pause' ? 'hb-clock__still' : undefined}>
      <td>
        <DateText value={entry.date} />
      </td>
      <th scope="row">{KINDS.has(entry.kind) ? t(`clock.kind.${entry.kind}`) : entry.kind}</th>
      <td>
        <div>{textOf(entry.explanation)}</div>
        {entry.reason && <div>{entry.reason}</div>}
        <div className="hb-small hb-muted">
          {entry.article}
          {entry.noticeNumber && ` · ${entry.noticeNumber}`}
        </div>
      </td>
    </tr>
  );
}

function LastDay({ clock }: { readonly clock: ClockView }) {
  const { t } = useTranslation();
  return (
    <tfoot>
      <tr>
        <td>
          <strong>
            <DateText value={clock.dueOn} />
          </strong>
        </td>
        <th scope="row">{t('clock.last')}</th>
        <td className="hb-small hb-muted">{clock.provisional && t('deadline.provisionalWhy')}</td>
      </tr>
    </tfoot>
  );
}
