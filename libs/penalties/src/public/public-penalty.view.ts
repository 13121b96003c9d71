export class PublicPenaltyView {
  id!: string;
  number!: string;
  /** Of a person the family name only. */
  partyName!: string;
  /** Of units only. */
  partyCode!: string | null;
  violationTitle!: string;
  summary!: string;
  legalBasis!: string;
  /** What was imposed, in words. */
  decision!: string;
  fineYuan!: string;
  issuer!: string;
  decidedOn!: string;
  publishedAt!: string;
  publishUntil!: string;
}

export class PublicPenaltyPageView {
  items!: PublicPenaltyView[];
  nextCursor!: string | null;
}

export class PublicViolationView {
  code!: string;
  title!: string;
}
