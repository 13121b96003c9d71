import { CellProblemView, CellTextView } from '../exchange/exchange.view';

/** One list handed in, and how far it has come. */
export class PermitImportView {
  id!: string;
  name!: string;
  sourceOn!: string;
  state!: 'judging' | 'unreadable' | 'judged' | 'applying' | 'applied' | 'undoing' | 'undone' | 'discarded';
  mode!: 'all' | 'good' | null;
  rowsTotal!: number;
  /** Of the step that runs: checking, importing or taking back. */
  rowsDone!: number;
  created!: number;
  changed!: number;
  same!: number;
  refused!: number;
  applied!: number;
  /** Good when checked, and no longer when their turn came. */
  skipped!: number;
  failure!: CellTextView | null;
  notes!: CellProblemView[];
  createdByName!: string;
  createdAt!: Date;
  judgedAt!: Date | null;
  appliedByName!: string | null;
  appliedAt!: Date | null;
  undoneByName!: string | null;
  undoneAt!: Date | null;
  version!: number;
  /** What may be done now: `apply-all`, `apply-good`, `discard`, `undo`. */
  actions!: string[];
}

export class PermitImportPageView {
  items!: PermitImportView[];
  nextCursor!: string | null;
}

export class ListedChangeView {
  key!: string;
  label!: CellTextView;
  before!: string;
  after!: string;
}

/** One line of a list. */
export class PermitImportRowView {
  line!: number;
  kind!: 'new' | 'changed' | 'same' | 'refused';
  number!: string;
  name!: string;
  changes!: ListedChangeView[];
  problems!: CellProblemView[];
  notes!: CellTextView[];
  outcome!: 'applied' | 'skipped' | 'undone' | null;
  permitId!: string | null;
}

export class PermitImportRowsView {
  items!: PermitImportRowView[];
  nextCursor!: string | null;
}
