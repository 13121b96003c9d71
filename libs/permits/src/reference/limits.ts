import type { LimitRow } from '../review/rule';
import { AIR_LIMITS } from './limits-air';
import { WATER_LIMITS } from './limits-water';

/**
 * The limits that ship with the platform. None is `verified`: they were taken from copies of the texts or from practice, as
 * each row says, and only warn (C5, C6) until an officer has compared them.
 */
export const LIMIT_SEED: readonly LimitRow[] = [...AIR_LIMITS, ...WATER_LIMITS];
