import { useEffect } from 'react';
import { useSiteName } from '@/session/city';

/** Title of the browser tab: what this page is, then where one is. */
export function usePageTitle(title: string): void {
  const site = useSiteName();
  useEffect(() => {
    document.title = title === site ? site : `${title} · ${site}`;
  }, [title, site]);
}
