import { useSession } from '@/session/session';
import { BallBar } from './BallBar';
import { ballFrom, isTurnOf } from './case-parts';
import type { BallView } from './case.types';

interface Clock {
  readonly state: string;
  readonly remaining: number | null;
  readonly dueDate: string | null;
  readonly provisional: boolean;
  readonly dayType: string;
}

/** A case as the detail pages have it. */
export interface CaseOnPage {
  readonly ball: unknown;
  readonly clocks: readonly Clock[];
  readonly claimedBy?: string | null;
}

/** Who holds a case, whether that is the reader, and the time that is left. */
export function CaseBall({ of: { ball, clocks, claimedBy } }: { readonly of: CaseOnPage }) {
  const { me, organisation } = useSession();
  const clock = clocks.find(one => one.state !== 'ended');
  const deadline = clock && { remaining: clock.remaining, due: clock.dueDate, provisional: clock.provisional, paused: clock.state === 'paused', unit: clock.dayType === 'calendar' ? ('day' as const) : ('workday' as const) };
  const view = ball as BallView;
  const mine = isTurnOf(view, { userId: me.user.id, roles: organisation?.roles ?? [], isBureau: organisation?.orgKind === 'bureau', claimedBy: claimedBy ?? null });
  return <BallBar ball={ballFrom(view, { mine, deadline })} />;
}
