import type { Hindrance } from '../rules/repairable';

export class RepairProofView {
  key!: string;
  title!: string;
  required!: boolean;
  legalBasis!: string;
  verified!: boolean;
}

/** One event of the ledger: whether and from when its repair can be asked for, and what it needs. */
export class RepairableView {
  eventId!: string;
  type!: string;
  severity!: 'minor' | 'general' | 'serious';
  title!: string;
  documentNo!: string | null;
  occurredOn!: string;
  validFrom!: string;
  until!: string | null;
  status!: string;
  can!: boolean;
  /** First day by time alone; null when time does not help. */
  from!: string | null;
  why!: Hindrance | null;
  shortestMonths!: number;
  proofs!: RepairProofView[];
  /** The application that is on its way. */
  repairId!: string | null;
  appealId!: string | null;
  canAppeal!: boolean;
}

export class RepairOptionsView {
  subjectId!: string;
  subjectName!: string;
  /** After a false application: last day without repair. */
  barredUntil!: string | null;
  legalBasis!: string;
  verified!: boolean;
  items!: RepairableView[];
  /** The next day on which one more event can be repaired. */
  nextFrom!: string | null;
}
