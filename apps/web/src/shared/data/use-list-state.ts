import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';

/** Everything that decides what a list shows. It lives in the address, so a list can be shared and returned to. */
export interface ListState {
  readonly q: string;
  /** `field` or `-field` for descending. */
  readonly sort: string | undefined;
  readonly cursor: string | undefined;
  readonly filters: Readonly<Record<string, string>>;
}

export interface ListControl {
  readonly state: ListState;
  /** Changes search, sort or filters; the list starts again from its first page. */
  readonly change: (patch: Readonly<Record<string, string | undefined>>) => void;
  readonly toNext: (cursor: string) => void;
  /** undefined on the first page. */
  readonly toPrevious: (() => void) | undefined;
  /** The cursor in the address no longer holds: back to the first page. */
  readonly toFirst: () => void;
}

type Search = Record<string, string | undefined>;

export function useListState(filterNames: readonly string[], defaultSort?: string): ListControl {
  const search = useSearch({ strict: false }) as Search;
  const go = useAddress();
  // Cursors only lead forward; the way back is remembered while the page is open.
  const trail = useRef<(string | undefined)[]>([]);

  const names = filterNames.join();
  const state = useMemo<ListState>(() => {
    const filters: Record<string, string> = {};
    for (const name of names === '' ? [] : names.split(',')) if (search[name]) filters[name] = search[name];
    return { q: search['q'] ?? '', sort: search['sort'] ?? defaultSort, cursor: search['cursor'], filters };
  }, [search, names, defaultSort]);

  const toFirst = useCallback(() => {
    trail.current = [];
    go({ cursor: undefined }, true);
  }, [go]);
  return {
    state,
    change: useCallback(
      patch => {
        trail.current = [];
        go({ ...patch, cursor: undefined }, true);
      },
      [go],
    ),
    toNext: useCallback(
      cursor => {
        trail.current.push(search['cursor']);
        go({ cursor }, false);
      },
      [go, search],
    ),
    toPrevious: state.cursor === undefined ? undefined : () => go({ cursor: trail.current.pop() }, false),
    toFirst,
  };
}

/** Writes into the search part of the address, keeping what is not named. */
function useAddress(): (patch: Search, replace: boolean) => void {
  const navigate = useNavigate();
  return useCallback(
    (patch, replace) => {
      const search = (old: Search): Search => withoutEmpty({ ...old, ...patch });
      void navigate({ to: '.', search: search as never, replace, resetScroll: false });
    },
    [navigate],
  );
}

function withoutEmpty(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));
}
