import { Actor } from '@huanbao/platform';
import { complaintRoutePolicy } from '../complaints.policy';
import type { ComplaintRoute } from '../entities';

export class ComplaintRouteView {
  id!: string;
  regionCode!: string;
  subject!: string | null;
  placeWords!: string[];
  kind!: 'own' | 'other';
  unit!: string;
  phone!: string | null;
  basis!: string;
  effectiveFrom!: string;
  effectiveTo!: string | null;
  /** now, later or past. */
  standing!: 'now' | 'later' | 'past';
  setByName!: string;
  setAt!: string;
  version!: number;
  mayChange!: boolean;
}

export class ComplaintRoutePageView {
  items!: ComplaintRouteView[];
  nextCursor!: string | null;
}

export function routeView(actor: Actor, route: ComplaintRoute, today: string): ComplaintRouteView {
  const { id, regionCode, subject, placeWords, kind, unit, phone, basis, effectiveFrom, effectiveTo, setByName, setAt, version } = route;
  const standing = effectiveFrom > today ? 'later' : effectiveTo !== null && effectiveTo < today ? 'past' : 'now';
  return { id, regionCode, subject, placeWords, kind, unit, phone, basis, effectiveFrom, effectiveTo, standing, setByName, setAt: setAt.toISOString(), version, mayChange: complaintRoutePolicy.may(actor, 'complaint-route.set', route) };
}
