/** How a word came that did not come through the platform. */
export class WordReceiptView {
  /** paper or oral. */
  how!: string;
  receivedOn!: string;
  receivedBy!: string;
  givenBy!: string;
  fileId!: string;
  fileHash!: string;
  enteredByName!: string;
}
