import type { components } from '@/api/schema';

export type HolidayYear = components['schemas']['HolidayYearView'];
