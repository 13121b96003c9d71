import { useNavigate, useSearch } from '@tanstack/react-router';
import { formatDate, now } from '@/shared/time/time';
import { addMonths, isMonth } from './month';

export interface CalendarState {
  readonly month: string;
  readonly view: 'month' | 'agenda';
  readonly permitId: string;
  readonly enterpriseId: string;
  readonly status: string;
  readonly kind: string;
  readonly q: string;
  /** The day whose duties are listed below the month. */
  readonly day: string;
}

/** What the calendar shows. All of it is in the address, so that it can be kept, shared and printed. */
export function useCalendarState(): readonly [CalendarState, (patch: Partial<Record<keyof CalendarState, string | undefined>>) => void] {
  const search = useSearch({ strict: false }) as Partial<Record<keyof CalendarState, string>>;
  const navigate = useNavigate();
  const today = formatDate(now().toISOString());
  const state: CalendarState = {
    month: isMonth(search.month) ? search.month : today.slice(0, 7), view: search.view === 'agenda' ? 'agenda' : 'month', permitId: search.permitId ?? '', enterpriseId: search.enterpriseId ?? '',
    status: search.status ?? '', kind: search.kind ?? '', q: search.q ?? '', day: search.day ?? '',
  };
  const change = (patch: Partial<Record<keyof CalendarState, string | undefined>>): void =>
    void navigate({ to: '.', search: ((old: Record<string, string>) => ({ ...old, ...patch })) as never, replace: true, resetScroll: false });
  return [state, change];
}

export const stepped = (state: CalendarState, months: number): Partial<Record<keyof CalendarState, string | undefined>> => ({ month: addMonths(state.month, months), day: undefined });
