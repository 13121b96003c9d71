export class SuccessorView {
  /** The draft of the new task. */
  taskId!: string;
}
