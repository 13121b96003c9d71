export class HolidayYearView {
  year!: number;
  /** `provisional`: not entered yet; only weekends are known, and every due date in it may still move. */
  state!: 'published' | 'provisional';
  holidays!: string[];
  makeupDays!: string[];
  source!: string | null;
  importedAt!: Date | null;
  /** Running clocks that end in this year. */
  runningClocks!: number;
  /** Running clocks whose last day leans on this year while it is provisional. */
  provisionalClocks!: number;
}

/** A year as it was entered once. */
export class HolidayYearVersionView {
  id!: string;
  year!: number;
  holidays!: string[];
  makeupDays!: string[];
  source!: string;
  importedAt!: Date;
  /** Null: came with the platform. */
  importedByName!: string | null;
}

/** Progress of a recomputation of all clocks after an import. */
export class RecomputationView {
  id!: string;
  reason!: string;
  requestedAt!: Date;
  total!: number | null;
  done!: number;
  /** Cases whose due date moved. */
  changed!: number;
  finishedAt!: Date | null;
}
