/** Quality of one firm or one retainer: counts and shares, nothing of what was found. */
export class StewardQualityView {
  id!: string;
  firmName!: string;
  /** Of a retainer; null for a firm as a whole. */
  number!: string | null;
  clientName!: string | null;
  retainers!: number;
  visitsDue!: number;
  visitsHeld!: number;
  /** Held after the planned day. */
  visitsLate!: number;
  /** Whole percent; null where nothing was due. */
  visitsShare!: number | null;
  findingsDue!: number;
  findingsInTime!: number;
  findingsShare!: number | null;
  reportsDue!: number;
  reportsInTime!: number;
  reportsShare!: number | null;
  reportsSent!: number;
  reportsAcknowledged!: number;
  acknowledgedShare!: number | null;
}

export class StewardQualityPageView {
  items!: StewardQualityView[];
  nextCursor!: string | null;
}
