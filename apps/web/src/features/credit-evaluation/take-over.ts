import { useState } from 'react';
import { same, type Value } from './report-merge';

interface Options<T> {
  /** As the server has it, as far as the page knows. */
  readonly known: T;
  /** Something is typed that is not part of the value yet. */
  readonly isTyping?: (value: T) => boolean;
  readonly onTaken?: (value: T) => void;
}

/**
 * A value that is typed, and what it began from. A change of the server's value is taken over where nothing is typed; otherwise the typed
 * one stays, and so does what it began from: whoever sends it can see that somebody else was quicker.
 */
export function useTakeOver<T extends Exclude<Value, null>>({ known, isTyping = () => false, onTaken }: Options<T>) {
  const [seen, setSeen] = useState(known);
  const [base, setBase] = useState(known);
  const [value, setValue] = useState(known);
  if (!same(known, seen)) {
    setSeen(known);
    const untouched = same(value, base) && !isTyping(value);
    if (untouched || same(known, value)) setBase(known);
    if (untouched) {
      setValue(known);
      onTaken?.(known);
    }
  }
  return { value, setValue, base };
}
