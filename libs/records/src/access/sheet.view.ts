export class SheetProblemView {
  /** C17, or the number of the line. */
  address!: string;
  found!: string;
  code!: string;
  zh!: string;
  en!: string;
}

/** What became of an uploaded workbook: good rows are entered, the others told with their places. */
export class SheetOutcomeView {
  accepted!: number;
  existing!: number;
  refused!: number;
  /** The first 500. */
  problems!: SheetProblemView[];
}
