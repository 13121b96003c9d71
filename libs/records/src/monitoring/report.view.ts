export class MonitoringReportView {
  id!: string;
  /** Of the permit's own; a result names it as its report. */
  fileId!: string;
  name!: string;
  /** The firm that handed it over. */
  laboratory!: string;
  firmId!: string;
  taskId!: string;
  taskTitle!: string;
  contractId!: string | null;
  contractNumber!: string | null;
  receivedAt!: Date;
  /** A workbook of results: it is shown and taken over, not typed. */
  isSheet!: boolean;
  takenAt!: Date | null;
  /** So many results name it. */
  results!: number;
}

export class MonitoringReportPageView {
  items!: MonitoringReportView[];
  nextCursor!: string | null;
}
