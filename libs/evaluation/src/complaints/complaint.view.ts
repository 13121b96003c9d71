import { Actor } from '@huanbao/platform';
import { REMEDIES } from '../rules/remedy';
import { TenderComplaint } from './complaint.entity';
import { COMPLAINT_STATES, type ComplaintState, complaintStepsOf } from './complaint.flow';
import { complaintPolicy } from './complaint.policy';

export class TenderComplaintItemView {
  id!: string;
  taskId!: string;
  taskTitle!: string;
  taskNumber!: string | null;
  enterpriseName!: string;
  firmName!: string;
  state!: 'lodged' | 'accepted' | 'refused' | 'withdrawn' | 'decided';
  stateZh!: string;
  stateEn!: string;
  lodgedAt!: string;
  /** Last day of what comes next; null when it is over. */
  due!: string | null;
  late!: boolean;
  suspended!: boolean;
  upheld!: boolean | null;
}

export class TenderComplaintPageView {
  items!: TenderComplaintItemView[];
  nextCursor!: string | null;
}

export class ComplaintChoicesView {
  stage!: 'open' | 'unsigned' | 'unperformed' | 'performed' | 'over';
  remedies!: ('correct' | 'reevaluate' | 'next' | 'retender')[];
  /** What an upheld complaint means at this stage; empty before the award. Not compared with the promulgated text. */
  zh!: string;
  en!: string;
  basis!: string;
}

/** A complaint with the objection it follows, for its two sides and the bureau. */
export class TenderComplaintView extends TenderComplaintItemView {
  objectionText!: string;
  objectionAnswer!: string | null;
  objectionDue!: string;
  demand!: string;
  facts!: string;
  acceptedAt!: string | null;
  acceptedByName!: string | null;
  suspendedAt!: string | null;
  suspendedReason!: string | null;
  remedy!: 'correct' | 'reevaluate' | 'next' | 'retender' | null;
  remedyZh!: string | null;
  remedyEn!: string | null;
  /** Of an upheld one: whether the result is touched. */
  affectsResult!: boolean | null;
  /** When what was ordered was carried out. */
  executedAt!: string | null;
  /** Ordered and not carried out yet: something else suspends the procurement. */
  waiting!: boolean;
  /** What became of the decision. */
  outcomeZh!: string | null;
  outcomeEn!: string | null;
  /** What a decision of today could order; null for who does not decide. */
  choices!: ComplaintChoicesView | null;
  reason!: string | null;
  endedAt!: string | null;
  endedByName!: string | null;
  version!: number;
  /** What the reader may do now: `withdraw`, `accept`, `refuse`, `suspend`, `lift`, `decide`, `upload`. */
  actions!: string[];
}

const dueOf = ({ state, acceptDue, decideDue }: Pick<TenderComplaint, 'state' | 'acceptDue' | 'decideDue'>): string | null => (state === 'lodged' ? acceptDue : state === 'accepted' ? decideDue : null);
const OPEN: readonly ComplaintState[] = ['lodged', 'accepted'];

export function complaintItem(row: TenderComplaint, today: string): TenderComplaintItemView {
  const { id, taskId, taskTitle, taskNumber, enterpriseName, firmName, state, lodgedAt, suspendedAt, upheld } = row;
  const due = dueOf(row);
  return { id, taskId, taskTitle, taskNumber, enterpriseName, firmName, state, stateZh: COMPLAINT_STATES[state].zh, stateEn: COMPLAINT_STATES[state].en, lodgedAt: lodgedAt.toISOString(), due, late: due !== null && due < today, suspended: suspendedAt !== null && OPEN.includes(state), upheld };
}

export function complaintActions(actor: Actor, row: TenderComplaint, involved: boolean): string[] {
  const may = new Set<string>(complaintPolicy.actionsOn(actor, row));
  const steps = complaintStepsOf(row).filter(step => (step === 'withdraw' ? may.has('tender-complaint.withdraw') : may.has('tender-complaint.handle') && !involved));
  return [...steps, ...(may.has('tender-complaint.withdraw') && OPEN.includes(row.state) ? ['upload'] : [])];
}

interface Around {
  readonly objection: { readonly text: string; readonly answer: string | null; readonly dueAt: Date };
  readonly today: string;
  readonly actions: string[];
  readonly choices: ComplaintChoicesView | null;
}

export function complaintView(row: TenderComplaint, { objection, today, actions, choices }: Around): TenderComplaintView {
  const { affectsResult, executedAt, outcome } = row;
  const { demand, facts, acceptedAt, acceptedByName, suspendedAt, suspendedReason, remedy, reason, endedAt, endedByName, version } = row;
  return {
    ...complaintItem(row, today), objectionText: objection.text, objectionAnswer: objection.answer, objectionDue: objection.dueAt.toISOString(), demand, facts, acceptedAt: acceptedAt?.toISOString() ?? null, acceptedByName,
    suspendedAt: suspendedAt?.toISOString() ?? null, suspendedReason, remedy, remedyZh: remedy && REMEDIES[remedy].zh, remedyEn: remedy && REMEDIES[remedy].en,
    affectsResult, executedAt: executedAt?.toISOString() ?? null, waiting: remedy !== null && executedAt === null, outcomeZh: outcome?.zh ?? null, outcomeEn: outcome?.en ?? null, choices, reason, endedAt: endedAt?.toISOString() ?? null, endedByName, version, actions,
  };
}
