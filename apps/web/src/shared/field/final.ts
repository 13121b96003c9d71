import { ProblemError } from '@/api/problem';

/** The session, the time it took, the moment it came and how many came: none says anything about what was sent. */
const PASSING = new Set([401, 408, 425, 429]);

/** An answer that will be the same tomorrow. A session that ended or was renewed meanwhile, too many calls at once and a server in trouble are not: what was to be sent is sent again. */
export const isFinal = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.status >= 400 && error.status < 500 && !PASSING.has(error.status) && error.code !== 'csrf';
