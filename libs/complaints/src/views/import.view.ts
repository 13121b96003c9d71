export class ComplaintImportProblemView {
  /** C17, or the number of the line. */
  address!: string;
  found!: string;
  code!: string;
  zh!: string;
  en!: string;
}

/** What became of a workbook of complaints. Sent again, rows that are there add nothing. */
export class ComplaintImportView {
  accepted!: number;
  /** Registered before, by their number elsewhere. */
  existing!: number;
  refused!: number;
  problems!: ComplaintImportProblemView[];
}
