export class FormPaperView {
  id!: string;
  /** In `/files/:id/content`; null while the worker draws. */
  fileId!: string | null;
  requestedAt!: Date;
}
