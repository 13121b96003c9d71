import { useTranslation } from 'react-i18next';
import './clock-explainer.css';
import { DeadlineBadge, type Deadline } from './DeadlineBadge';
import { DateText } from './values';

export type ClockEntryKind = 'start' | 'pause' | 'resume' | 'extend' | 'stop';

export interface ClockEntry {
  readonly kind: ClockEntryKind;
  readonly at: string;
  /** e.g. 排污许可管理条例 第十二条. */
  readonly article: string;
  readonly noticeNumber?: string | null;
  /** Plain words: 自受理次日起算. */
  readonly note?: string | null;
  /** Working days counted up to this entry. */
  readonly used?: number | null;
}

export interface ClockView {
  readonly title: string;
  /** Working days the law gives. */
  readonly allowed: number;
  readonly entries: readonly ClockEntry[];
  readonly deadline: Deadline;
  /** What silence means when the time is over, if the law says so. */
  readonly silence?: string | null;
}

/** Why the last day is what it is: every start, pause and resumption with its article. Both sides read the same page. */
export function ClockExplainer({ clock }: { readonly clock: ClockView }) {
  const { t } = useTranslation();
  return (
    <section className="hb-card hb-clock">
      <div className="hb-clock__head">
        <h2>{clock.title}</h2>
        <DeadlineBadge {...clock.deadline} />
      </div>
      <p className="hb-muted">{t('clock.allowed', { count: clock.allowed })}</p>
      <table>
        <caption className="hb-sr-only">{t('clock.caption', { title: clock.title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('clock.what')}</th>
            <th scope="col">{t('clock.when')}</th>
            <th scope="col">{t('clock.why')}</th>
            <th scope="col">{t('clock.used')}</th>
          </tr>
        </thead>
        <tbody>
          {clock.entries.map(entry => (
            <tr key={`${entry.kind}${entry.at}`}>
              <th scope="row">{t(`clock.kind.${entry.kind}`)}</th>
              <td>
                <DateText value={entry.at} />
              </td>
              <td>
                {entry.note && <div>{entry.note}</div>}
                <div className="hb-small hb-muted">
                  {entry.article}
                  {entry.noticeNumber && ` · ${entry.noticeNumber}`}
                </div>
              </td>
              <td className="hb-num">{entry.used ?? '–'}</td>
            </tr>
          ))}
        </tbody>
        {clock.deadline.due && (
          <tfoot>
            <tr>
              <th scope="row">{t('clock.last')}</th>
              <td colSpan={3}>
                <strong>
                  <DateText value={clock.deadline.due} />
                </strong>
                {clock.deadline.provisional && <span className="hb-small hb-muted"> {t('deadline.provisionalWhy')}</span>}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
      {clock.silence && <p className="hb-small hb-muted">{clock.silence}</p>}
    </section>
  );
}
