import type { SiteVisit, SiteVisitor } from '../methods/procedure.entity';

export class SiteVisitorView {
  firmName!: string;
  people!: string[];
  registeredAt!: string;
}

export class SiteVisitView {
  id!: string;
  startsAt!: string;
  place!: string;
  /** Who is signed in reads whom to call. */
  contactName!: string | null;
  contactPhone!: string | null;
  registerUntil!: string;
  note!: string;
  minutes!: string | null;
  minutesAt!: string | null;
  cancelReason!: string | null;
  /** The reader's own firm has registered. */
  registered!: boolean;
  /** Firms can register now. */
  open!: boolean;
  /** Who comes: for the enterprise and the bureau; empty for everybody else. */
  visitors!: SiteVisitorView[];
}

interface VisitReader {
  readonly signedIn: boolean;
  readonly firmId: string | null;
  /** May read who has registered. */
  readonly inside: boolean;
  readonly open: boolean;
}

export function visitView(visit: SiteVisit, visitors: readonly SiteVisitor[], reader: VisitReader): SiteVisitView {
  const { id, startsAt, place, contactName, contactPhone, registerUntil, note, minutes, minutesAt, cancelReason } = visit;
  return {
    id, startsAt: startsAt.toISOString(), place, contactName: reader.signedIn ? contactName : null, contactPhone: reader.signedIn ? contactPhone : null,
    registerUntil: registerUntil.toISOString(), note, minutes, minutesAt: minutesAt?.toISOString() ?? null, cancelReason,
    registered: reader.firmId !== null && visitors.some(one => one.firmId === reader.firmId), open: reader.open,
    visitors: reader.inside ? visitors.map(({ firmName, people, registeredAt }) => ({ firmName, people: [...people], registeredAt: registeredAt.toISOString() })) : [],
  };
}
