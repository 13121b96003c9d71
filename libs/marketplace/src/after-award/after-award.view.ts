export class AfterAwardStepView {
  step!: 'send-report' | 'confirm' | 'announce' | 'report-tendering' | 'publish-contract' | 'file-contract';
  zh!: string;
  en!: string;
  /** What is written down as proof; null for what the platform does by itself. */
  proofZh!: string | null;
  proofEn!: string | null;
  /** The day it counts from; null while that has not come. */
  from!: string | null;
  due!: string | null;
  doneOn!: string | null;
  late!: boolean;
  days!: string;
  unit!: string;
  basis!: string;
  verified!: boolean;
  reference!: string | null;
  recordedByName!: string | null;
  /** The reader may record it now. */
  mayRecord!: boolean;
}

export class PerformanceBondView {
  amountYuan!: string;
  form!: 'transfer' | 'guarantee';
  receivedOn!: string;
  reference!: string;
  returnedOn!: string | null;
  firmName!: string;
  recordedByName!: string;
}

/** The most a performance bond may come to, by the row of today. */
export class PerformanceBondCapView {
  percent!: string;
  mostYuan!: string;
  basis!: string;
  verified!: boolean;
}

/** What public money owes after the evaluation; empty for private money. */
export class AfterAwardView {
  steps!: AfterAwardStepView[];
  bond!: PerformanceBondView | null;
  /** Null without an award, or without public money. */
  cap!: PerformanceBondCapView | null;
  mayRecordBond!: boolean;
  mayReturnBond!: boolean;
}
