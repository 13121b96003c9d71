export class ComplaintCountView {
  key!: string;
  count!: number;
}

export class ComplaintMonthView {
  month!: string;
  received!: number;
  answered!: number;
}

/** Complaints received in a period, in numbers. */
export class ComplaintStatisticsView {
  from!: string;
  to!: string;
  received!: number;
  open!: number;
  overdue!: number;
  accepted!: number;
  /** Judged by the last day, of those judged. */
  judgedInTime!: number;
  judged!: number;
  answered!: number;
  answeredInTime!: number;
  /** Days from acceptance to the answer, on average; null without answers. */
  averageDays!: number | null;
  confirmed!: number;
  merged!: number;
  rated!: number;
  satisfied!: number;
  dissatisfied!: number;
  /** Rounds of handling that were started, and those started by the last day. */
  begun!: number;
  begunInTime!: number;
  /** Handled in a second round or a later one. */
  reopened!: number;
  /** Statements of reporters that an answer does not satisfy; how many led to another round, stand as answered, wait, went to a review. */
  disputes!: number;
  disputesReopened!: number;
  disputesUpheld!: number;
  disputesOpen!: number;
  reviews!: number;
  bySubject!: ComplaintCountView[];
  byChannel!: ComplaintCountView[];
  byState!: ComplaintCountView[];
  byOutcome!: ComplaintCountView[];
  byUnit!: ComplaintCountView[];
  byMonth!: ComplaintMonthView[];
}

export class HotSpotComplaintView {
  id!: string;
  number!: string;
  place!: string;
}

/** Complaints of one square of the map, about 500 m wide. */
export class HotSpotView {
  lng!: number;
  lat!: number;
  count!: number;
  /** The newest of them. */
  complaints!: HotSpotComplaintView[];
}

export class HotSpotMapView {
  west!: number;
  south!: number;
  east!: number;
  north!: number;
  /** A sketch of the city, not the legal border. */
  outline!: number[][][];
  spots!: HotSpotView[];
  placed!: number;
  withoutPlace!: number;
}
