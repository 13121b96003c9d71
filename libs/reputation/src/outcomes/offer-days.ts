/**
 * Without a written contract the days of the chosen offer are the day agreed, and the first hand-over counts, as for a part of a contract.
 * SQL of a task `t` with its chosen bid `b`; both are civil days of Shanghai.
 */
export const DUE_BY_OFFER = `((t.awarded_at AT TIME ZONE 'Asia/Shanghai')::date + coalesce(b.duration_days, t.duration_days))`;
export const FIRST_HANDED_OVER = `(SELECT min((f.submitted_at AT TIME ZONE 'Asia/Shanghai')::date) FROM delivery f WHERE f.task_id = t.id)`;
