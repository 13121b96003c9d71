import { useTranslation } from 'react-i18next';
import { monthOf, short, spans, type DayKind, type YearDays } from './notice';
import './holidays.css';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const MARKED: readonly DayKind[] = ['holiday', 'makeup'];

/** Twelve months at a glance. A letter marks what differs from an ordinary week, so that colour is never the only sign. */
export function YearCalendar({ year, days }: { readonly year: number; readonly days: YearDays }) {
  const { t } = useTranslation('bureau');
  return (
    <div>
      <Spans days={days} />
      <ul className="hb-year__legend hb-plain-list hb-small">
        {(['holiday', 'makeup', 'weekend'] as const).map(kind => (
          <li key={kind}>
            <span className={`hb-year__day hb-year__day--${kind}`} aria-hidden>
              1{MARKED.includes(kind) && <i>{t(`holidays.mark.${kind as 'holiday'}`)}</i>}
            </span>
            {t(`holidays.kind.${kind}`)}
          </li>
        ))}
      </ul>
      <div className="hb-year">
        {MONTHS.map(month => (
          <Month key={month} year={year} month={month} days={days} />
        ))}
      </div>
    </div>
  );
}

/** The same in words, in place of the months where there is no room for them. */
function Spans({ days }: { readonly days: YearDays }) {
  const { t } = useTranslation('bureau');
  const lists = [
    { kind: 'holiday', lines: spans(days.holidays) },
    { kind: 'makeup', lines: spans(days.makeupDays) },
  ] as const;
  return (
    <div className="hb-year__words">
      {lists.map(({ kind, lines }) => (
        <section key={kind}>
          <h3>{t(`holidays.kind.${kind}`)}</h3>
          <ul className="hb-plain-list hb-num">
            {lines.map(([from, to]) => (
              <li key={from}>{from === to ? short(from) : `${short(from)} – ${short(to)}`}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Month({ year, month, days }: { readonly year: number; readonly month: number; readonly days: YearDays }) {
  const { t, i18n } = useTranslation('bureau');
  const shown = monthOf(year, month, days);
  const name = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(year, month - 1, 1)));
  return (
    <section className="hb-year__month" aria-label={`${year} ${name}`}>
      <h3>{name}</h3>
      <div className="hb-year__grid hb-num">
        {(t('holidays.weekdays', { returnObjects: true }) as readonly string[]).map((letter, index) => (
          <span key={index} className="hb-year__weekday" aria-hidden>
            {letter}
          </span>
        ))}
        {Array.from({ length: shown.lead }, (_, index) => (
          <span key={index} aria-hidden />
        ))}
        {shown.days.map(({ date, kind }) => (
          <span key={date} className={`hb-year__day hb-year__day--${kind}`} title={MARKED.includes(kind) ? t(`holidays.kind.${kind}`) : undefined}>
            {Number(date.slice(8))}
            {MARKED.includes(kind) && <i>{t(`holidays.mark.${kind as 'holiday'}`)}</i>}
          </span>
        ))}
      </div>
    </section>
  );
}
