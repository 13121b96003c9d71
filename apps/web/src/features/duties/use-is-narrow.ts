import { useSyncExternalStore } from 'react';

const QUERY = '(max-width: 760px)';

/** A phone: a month of seven columns would be unreadable there. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    tell => {
      const media = window.matchMedia(QUERY);
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    () => window.matchMedia(QUERY).matches,
  );
}
