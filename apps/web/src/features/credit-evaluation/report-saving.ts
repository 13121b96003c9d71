import { useRef, useState } from 'react';
import { asProblem } from '@/api/problem';
import { rest } from '@/api/rest';
import { formatClock, now } from '@/shared/time/time';
import { EVALUATIONS, type Evaluation } from './model';
import { bodyOf, type Change, clashes, knownOf, type Known, type Value } from './report-merge';
import type { SaveState } from './saving';

/** The same value was changed by two people: the page asks, and nothing further is sent until it is answered. */
export interface Question {
  readonly change: Change;
  readonly theirs: Value;
  readonly answer: (keepMine: boolean) => void;
}

/** A colleague who saves all the time does not keep this page busy for ever. */
const ATTEMPTS = 5;

/**
 * Saves what is typed by itself, one request at a time. When somebody else of the enterprise saved meanwhile, their other values are taken
 * over and the own one is sent anew; where both changed the same value the person chooses. Nothing typed is lost, nothing is overwritten unseen.
 */
export function useReportSaving(begun: Evaluation) {
  const version = useRef(begun.recordVersion);
  const known = useRef<Known>(knownOf(begun));
  const own = useRef<Known>({});
  const queue = useRef<Promise<void>>(Promise.resolve());
  const [shown, setShown] = useState<Known>(known.current);
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const [question, setQuestion] = useState<Question | null>(null);
  const learn = (values: Known): void => {
    known.current = { ...known.current, ...values };
    setShown(known.current);
  };
  const ask = async (change: Change, theirs: Value): Promise<boolean> => {
    const keep = await new Promise<boolean>(answer => setQuestion({ change, theirs, answer }));
    setQuestion(null);
    return keep;
  };
  const attempt = async (change: Change, left: number): Promise<'saved' | 'theirs'> => {
    const theirs = known.current[change.member] ?? null;
    const asked = clashes(change, theirs, own.current[change.member]);
    if (asked && !(await ask(change, theirs))) return 'theirs';
    try {
      version.current = (await rest<Evaluation>('PUT', `${EVALUATIONS}/${begun.id}/report`, { body: bodyOf(change), version: version.current })).recordVersion;
    } catch (thrown) {
      if (asProblem(thrown).status !== 412 || left === 0) throw thrown;
      const now = await rest<Evaluation>('GET', `${EVALUATIONS}/${begun.id}`);
      version.current = now.recordVersion;
      learn(knownOf(now));
      // what was decided upon is the new ground: only a further change is asked about
      return attempt({ ...change, base: asked ? theirs : change.base }, left - 1);
    }
    own.current = { ...own.current, [change.member]: change.mine };
    learn({ [change.member]: change.mine });
    return 'saved';
  };
  const send = async (change: Change, onTheirs: () => void): Promise<void> => {
    setState({ kind: 'saving' });
    try {
      if ((await attempt(change, ATTEMPTS)) === 'theirs') onTheirs();
      setState({ kind: 'saved', at: formatClock(now()) });
    } catch (thrown) {
      setState({ kind: 'refused', problem: asProblem(thrown) });
    }
  };
  /** @param onTheirs when the person chose what the other one saved */
  const save = (change: Change, onTheirs: () => void): void => {
    queue.current = queue.current.then(() => send(change, onTheirs));
  };
  return { state, save, known: shown, question, version, settled: () => queue.current };
}
