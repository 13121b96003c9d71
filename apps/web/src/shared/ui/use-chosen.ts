import { useState } from 'react';

/**
 * The act whose form is open, for as long as it may be done: a newer state of the record keeps the form and what was typed in it. One that
 * may be done again later is chosen anew.
 * @param acts those that may be done now @param nameOf what tells one from another where they are made anew each time
 */
export function useChosen<T>(acts: readonly T[], nameOf: (act: T) => unknown = act => act): [T | null, (act: T | null) => void] {
  const [chosen, setChosen] = useState<T | null>(null);
  const open = chosen === null ? null : (acts.find(one => nameOf(one) === nameOf(chosen)) ?? null);
  if (chosen !== null && open === null) setChosen(null);
  return [open, setChosen];
}
