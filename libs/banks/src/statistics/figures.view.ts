export class BankFigureRowView {
  key!: string;
  name!: string;
  authorizations!: number;
  queries!: number;
  enterprises!: number;
}

export class BankGradeRowView {
  grade!: string;
  name!: string;
  queries!: number;
  enterprises!: number;
}

export class BankMonthRowView {
  month!: string;
  granted!: number;
  revoked!: number;
  queries!: number;
}

/** Green finance in numbers: what was authorised and asked, never what was answered. */
export class BankFiguresView {
  from!: string;
  to!: string;
  /** In force today. */
  living!: number;
  granted!: number;
  declined!: number;
  revoked!: number;
  /** Waiting for an enterprise today. */
  waiting!: number;
  queries!: number;
  enterprises!: number;
  clients!: number;
  byBank!: BankFigureRowView[];
  byGrade!: BankGradeRowView[];
  byMonth!: BankMonthRowView[];
}
