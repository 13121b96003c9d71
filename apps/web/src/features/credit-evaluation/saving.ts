import { useRef, useState } from 'react';
import { asProblem, type ProblemError } from '@/api/problem';
import { rest } from '@/api/rest';
import { formatClock, now } from '@/shared/time/time';
import { EVALUATIONS, type Evaluation } from './model';

export type SaveState = { readonly kind: 'idle' } | { readonly kind: 'saving' } | { readonly kind: 'saved'; readonly at: string } | { readonly kind: 'stale' } | { readonly kind: 'refused'; readonly problem: ProblemError };

/** Saves what is typed by itself, one request at a time, each with the version the last one answered. A save by somebody else stops it and says so: nothing is overwritten. */
export function useSaving(evaluation: Evaluation, part: 'report' | 'checks') {
  const version = useRef(evaluation.recordVersion);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const save = (body: object): Promise<void> => {
    const next = queue.current.then(async () => {
      setState({ kind: 'saving' });
      try {
        version.current = (await rest<Evaluation>('PUT', `${EVALUATIONS}/${evaluation.id}/${part}`, { body, version: version.current })).recordVersion;
        setState({ kind: 'saved', at: formatClock(now()) });
      } catch (thrown) {
        const problem = asProblem(thrown);
        setState(problem.status === 412 ? { kind: 'stale' } : { kind: 'refused', problem });
      }
    });
    queue.current = next;
    return next;
  };
  return { state, save, version, settled: () => queue.current };
}
