import type { LimitRow } from '../review/rule';

/** A limit as it is entered; the days of its end and its verification come by other ways. */
export type LimitContent = Omit<LimitRow, 'id' | 'verified' | 'validTo' | 'title'>;
