import { CaseRowView } from '../views/case.view';

/** One thing a supervisor has to answer, or has answered. */
export class SupervisionView {
  id!: string;
  caseId!: string;
  clock!: string;
  level!: 'due-soon' | 'overdue' | 'pause-over';
  /** The last day, or the day the pause was to end. */
  dueOn!: string | null;
  raisedAt!: Date;
  answer!: string | null;
  answeredByName!: string | null;
  answeredAt!: Date | null;
  /** As it stands now. */
  case!: CaseRowView | null;
}

export class SupervisionPageView {
  items!: SupervisionView[];
  nextCursor!: string | null;
}

/** How much lies with an officer. */
export class WorkloadView {
  userId!: string;
  name!: string;
  open!: number;
  overdue!: number;
  dueSoon!: number;
}
