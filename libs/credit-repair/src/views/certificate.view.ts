export class CertificateItemView {
  id!: string;
  number!: string;
  /** Opens the check page; whoever has it has the paper. */
  code!: string;
  kind!: 'repaired' | 'expired' | 'revoked';
  title!: string;
  eventTitle!: string;
  documentNo!: string | null;
  endedOn!: string;
  issuedOn!: string;
  /** Void since this day; null while it holds. */
  revokedOn!: string | null;
  /** The paper in `/files/:id/content`; null while it is being drawn. */
  fileId!: string | null;
}

export class CertificatePage {
  items!: CertificateItemView[];
  nextCursor!: string | null;
}

/** What stands on a certificate, for who has its code. */
export class CertificateCheckView {
  number!: string;
  kind!: 'repaired' | 'expired' | 'revoked';
  title!: string;
  subjectName!: string;
  uscc!: string | null;
  eventTitle!: string;
  documentNo!: string | null;
  occurredOn!: string;
  endedOn!: string;
  issuedOn!: string;
  /** Void since this day; null while it holds. */
  revokedOn!: string | null;
  signedText!: string;
  signature!: string;
  signingKey!: string;
  signatureHolds!: boolean;
  checkedAt!: string;
}
