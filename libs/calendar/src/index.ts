export { addDays, dayOfWeek, daysBetween, isCivilDate, monthsAfter } from './civil-date';
export type { Calendar, CivilDate, DayKind, HolidayYear } from './calendar';
export { dayKind, isWorkingDay } from './calendar';
export type { PeriodEnd } from './period';
export { addCalendarDays, addWorkingDays, addPeriod, subtractCalendarDays, workingDaysBetween } from './period';
export type { ClockEntry, ClockReading, ClockRule, ClockStep, DayType } from './clock';
export { evaluateClock } from './clock';
export { whatIfPause } from './what-if';
export { HOLIDAY_SEED } from './seed';
