import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { STATUS_TONES, STATUSES, type DutyCalendar, type DutyDay } from './model';

interface Props {
  readonly calendar: DutyCalendar;
  readonly month: string;
  readonly weeks: readonly (readonly string[])[];
  readonly chosen: string;
  readonly onChoose: (day: string | undefined) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month as a table. The day's number is a button that lists the day; arrow keys lead from day to day. */
export function MonthGrid({ calendar, month, weeks, chosen, onChoose }: Props) {
  const { t } = useTranslation('duties');
  const table = useRef<HTMLTableElement>(null);
  const days = new Map(calendar.days.map(day => [day.day, day]));
  const all = weeks.flat();
  const move = (event: KeyboardEvent, day: string): void => {
    const step = STEPS[event.key];
    const next = step === undefined ? undefined : all[all.indexOf(day) + step];
    if (!next) return;
    event.preventDefault();
    table.current?.querySelector<HTMLButtonElement>(`button[data-day="${next}"]`)?.focus();
  };
  const cell = (day: string) => {
    const found = days.get(day);
    return (
      <td key={day} className={classOf(day, { month, today: calendar.today, chosen, off: found?.isDayOff ?? false })}>
        <button type="button" data-day={day} aria-pressed={day === chosen} onKeyDown={event => move(event, day)} onClick={() => onChoose(day === chosen ? undefined : day)}>
          <span className="hb-sr-only">{t('calendar.beforeDay', { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) })}</span>
          <span className="hb-num">{Number(day.slice(8))}</span>
          <span className="hb-sr-only">{t('calendar.afterDay')}</span>
          {day === calendar.today && <span className="hb-duties__today">{t('calendar.today')}</span>}
          {found?.isDayOff && <span className="hb-duties__off">{t('calendar.off')}</span>}
          {found && <span className="hb-sr-only">{`，${spoken(found, t)}`}</span>}
        </button>
        {found && <Lines day={found} />}
      </td>
    );
  };
  return (
    <table className="hb-duties__month" ref={table}>
      <caption className="hb-sr-only">{t('calendar.caption')}</caption>
      <thead>
        <tr>{[0, 1, 2, 3, 4, 5, 6].map(n => <th key={n} scope="col">{t(`calendar.weekday.${n}`)}</th>)}</tr>
      </thead>
      <tbody>{weeks.map(week => <tr key={week[0]}>{week.map(cell)}</tr>)}</tbody>
    </table>
  );
}

function Lines({ day }: { readonly day: DutyDay }) {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const total = STATUSES.reduce((sum, status) => sum + day.counts[status], 0);
  const inArea = !base.startsWith('/e/');
  if (total === 0) return null;
  return (
    <ul>
      {day.first.map(line => (
        <li key={line.id}>
          <AppLink to={`${base}/duties/${line.id}`} className={`hb-duties__line hb-tag--${STATUS_TONES[line.status]}`}>
            <strong>{t(`short.${line.status}`)}</strong> {textOf(line.title)}
            {inArea && <span className="hb-duties__who">{line.enterpriseName}</span>}
          </AppLink>
        </li>
      ))}
      {total > day.first.length && <li className="hb-small hb-muted">{t('calendar.more', { count: total - day.first.length })}</li>}
    </ul>
  );
}

function classOf(day: string, { month, today, chosen, off }: { month: string; today: string; chosen: string; off: boolean }): string {
  return [!day.startsWith(month) && 'hb-duties__day--other', day === today && 'hb-duties__day--today', day === chosen && 'hb-duties__day--chosen', off && 'hb-duties__day--off'].filter(Boolean).join(' ');
}

/** What is due that day, for who does not see the cell. */
function spoken(day: DutyDay, t: (key: string, values?: Record<string, unknown>) => string): string {
  const counts = STATUSES.filter(status => day.counts[status] > 0).map(status => t('calendar.count', { word: t(`status.${status}`), count: day.counts[status] }));
  return counts.length > 0 ? counts.join('，') : t('calendar.nothing');
}
