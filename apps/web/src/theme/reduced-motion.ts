import { useSyncExternalStore } from 'react';

const wish = window.matchMedia('(prefers-reduced-motion: reduce)');

function subscribe(onChange: () => void): () => void {
  wish.addEventListener('change', onChange);
  return () => wish.removeEventListener('change', onChange);
}

/** True while the person asks the system for less movement. */
export const useReducedMotion = (): boolean => useSyncExternalStore(subscribe, () => wish.matches);
