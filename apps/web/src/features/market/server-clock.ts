import { useEffect, useState } from 'react';
import { now } from '@/shared/time/time';

const SECOND_MS = 1000;
const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 86_400;

export interface Left {
  /** Nothing is left: the server refuses from here on. */
  readonly over: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** The time left, rounded down: what is shown is never more than what there is. */
export function leftOf(milliseconds: number): Left {
  const total = Math.max(0, Math.floor(milliseconds / SECOND_MS));
  return {
    over: milliseconds <= 0,
    days: Math.floor(total / DAY_S),
    hours: Math.floor((total % DAY_S) / HOUR_S),
    minutes: Math.floor((total % HOUR_S) / MINUTE_S),
    seconds: total % MINUTE_S,
  };
}

/** How far the server's clock is from this computer's, in milliseconds, by an answer received at `receivedAtMs`. */
export const skewOf = (serverTime: string, receivedAtMs: number): number => Date.parse(serverTime) - receivedAtMs;

/** Milliseconds until the deadline by the server's clock, told anew each second. */
export function useLeft(deadline: string, skewMs: number): number {
  const [left, setLeft] = useState(() => Date.parse(deadline) - now().valueOf() - skewMs);
  useEffect(() => {
    const tick = (): void => setLeft(Date.parse(deadline) - now().valueOf() - skewMs);
    tick();
    const timer = setInterval(tick, SECOND_MS);
    return () => clearInterval(timer);
  }, [deadline, skewMs]);
  return left;
}
