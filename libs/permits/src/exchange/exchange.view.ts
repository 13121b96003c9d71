export class CellTextView {
  zh!: string;
  en!: string;
}

/** One bad cell: where, what stands there, and how to mend it. */
export class CellProblemView {
  sheet!: string;
  /** As Excel names it, e.g. `C17`; of a whole row its number; empty for the whole sheet. */
  address!: string;
  line!: number;
  /** Number of the column from 1; 0 for a whole row. */
  at!: number;
  column!: CellTextView | null;
  code!: string;
  found!: string;
  zh!: string;
  en!: string;
}

export class ImportCountsView {
  added!: number;
  changed!: number;
  removed!: number;
  same!: number;
}

/** What a workbook would change in one table. */
export class TablePreviewView {
  sheet!: string;
  /** Version of the section to send back as `If-Match`. */
  version!: number;
  /** Rows the table has now. */
  current!: number;
  /** Rows the sheet brings. */
  incoming!: number;
  replace!: ImportCountsView;
  append!: ImportCountsView;
  /** What hinders, at most 1000. */
  problems!: CellProblemView[];
  problemCount!: number;
  /** What one should know. */
  notes!: CellProblemView[];
}

export class FormPartView {
  section!: string;
  /** Null for the single fields of the section. */
  table!: string | null;
  label!: CellTextView;
  sheet!: string;
  counts!: ImportCountsView;
}

/** What a workbook would change in the whole form. */
export class FormPreviewView {
  parts!: FormPartView[];
  /** Versions of the sections the workbook touches, to send back: `basic:3,products:4`. */
  versions!: string;
  problems!: CellProblemView[];
  problemCount!: number;
  notes!: CellProblemView[];
}
