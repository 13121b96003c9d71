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

/** A question to the person, and the promise of its answer. */
function useQuestion() {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = async (change: Change, theirs: Value): Promise<boolean> => {
    const keep = await new Promise<boolean>(answer => setQuestion({ change, theirs, answer }));
    setQuestion(null);
    return keep;
  };
  return { question, ask };
}

/** What the server has, as far as the page knows: for requests at once, for the fields as they are drawn. */
function useKnown(begun: Evaluation) {
  const known = useRef<Known>(knownOf(begun));
  const [shown, setShown] = useState<Known>(known.current);
  const learn = (values: Known): void => {
    known.current = { ...known.current, ...values };
    setShown(known.current);
  };
  return { known, shown, learn };
}

/** One change at a time on its way to the server. @returns whether it was saved, or given up for what the other one saved */
function useAttempt(begun: Evaluation) {
  const version = useRef(begun.recordVersion);
  const own = useRef<Known>({});
  const { known, shown, learn } = useKnown(begun);
  const { question, ask } = useQuestion();
  const attempt = async (change: Change, left: number): Promise<'saved' | 'theirs'> => {
    const theirs = known.current[change.member] ?? null;
    const asked = clashes(change, theirs, own.current[change.member]);
    if (asked && !(await ask(change, theirs))) return 'theirs';
    try {
      version.current = (await rest<Evaluation>('PUT', `${EVALUATIONS}/${begun.id}/report`, { body: bodyOf(change), version: version.current })).recordVersion;
    } catch (thrown) {
      if (asProblem(thrown).status !== 412 || left === 0) throw thrown;
      const newest = await rest<Evaluation>('GET', `${EVALUATIONS}/${begun.id}`);
      version.current = newest.recordVersion;
      learn(knownOf(newest));
      // what was decided upon is the new ground: only a further change is asked about
      return attempt({ ...change, base: asked ? theirs : change.base }, left - 1);
    }
    own.current = { ...own.current, [change.member]: change.mine };
    learn({ [change.member]: change.mine });
    return 'saved';
  };
  return { attempt, version, known: shown, question };
}

/**
 * Saves what is typed by itself, one request at a time. When somebody else of the enterprise saved meanwhile, their other values are taken
 * over and the own one is sent anew; where both changed the same value the person chooses. Nothing typed is lost, nothing is overwritten unseen.
 */
export function useReportSaving(begun: Evaluation) {
  const { attempt, ...known } = useAttempt(begun);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
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
  return { ...known, state, save, settled: () => queue.current };
}
