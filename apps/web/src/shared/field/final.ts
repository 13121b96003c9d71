import { ProblemError } from '@/api/problem';

/** An answer that will be the same tomorrow. A session that ended or was renewed meanwhile, too many calls at once and a server in trouble are not: what was to be sent is sent again. */
export const isFinal = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.status >= 400 && error.status < 500 && error.status !== 401 && error.status !== 429 && error.code !== 'csrf';
