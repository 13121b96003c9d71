import { type EventStatus, PRECEDENCE_SQL } from '../engine/ledger';
import { frozenOn } from './freezes';

/**
 * What everybody may see of credit: one rule for pages, lists, searches, exports and JSON, here and in rooms that publish what an event came from.
 * Shown is what counts; what was repaired, revoked or has ended is not, nor what waits for an answer or rests while an appeal is looked at.
 * The two forms of it, for rows that are at hand and for SQL, are held together by the test of this room.
 */
export const isPublicEvent = ({ status, frozen }: { readonly status: EventStatus | null; readonly frozen: boolean }): boolean => status === 'active' && !frozen;

/** SQL: whether the event `ledger` is held back on a day, by a later word about it or by a freeze. Its end by time is said by the period of whoever publishes it. */
const heldBack = (day: string): string => `
  EXISTS (SELECT 1 FROM credit_freeze f WHERE f.event_key = ledger.key AND ${frozenOn(day)})
  OR EXISTS (SELECT 1 FROM credit_event_change c WHERE c.event_key = ledger.key AND c.effective_on <= ${day} AND c.status = 'revoked')
  OR coalesce((SELECT c.status FROM credit_event_change c WHERE c.event_key = ledger.key AND c.effective_on <= ${day} ORDER BY c.effective_on DESC, ${PRECEDENCE_SQL('c')} DESC LIMIT 1), 'active') <> 'active'`;

/**
 * SQL: whether what another room publishes may be seen on a day: it brought nothing to the ledger, or something of it may.
 * @param sourceType a literal, never what somebody sent
 */
export const publicSource = (sourceType: string, sourceId: string, day: string): string => `(
  NOT EXISTS (SELECT 1 FROM credit_event ledger WHERE ledger.source_type = '${sourceType}' AND ledger.source_id = ${sourceId})
  OR EXISTS (SELECT 1 FROM credit_event ledger WHERE ledger.source_type = '${sourceType}' AND ledger.source_id = ${sourceId} AND NOT (${heldBack(day)})))`;

/** SQL: whether a grade of the subject is held back on a day, because an appeal is looked at. */
export const gradeHeldBack = (subjectId: string, day: string): string => `EXISTS (SELECT 1 FROM credit_freeze f WHERE f.subject_id = ${subjectId} AND f.hides_grade AND ${frozenOn(day)})`;
