import { useEffect } from 'react';
import { useSection } from '@/shared/form/context';

/** Tells that a person has typed something into the form around it. */
export function Typing({ onTyped }: { readonly onTyped: (typed: boolean) => void }) {
  const { store } = useSection();
  useEffect(() => store.onChange(() => onTyped(true)), [store, onTyped]);
  return null;
}
