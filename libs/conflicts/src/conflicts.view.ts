export class ConflictRuleView {
  prior!: string;
  later!: string;
  titleZh!: string;
  titleEn!: string;
  scope!: 'enterprise' | 'province';
  /** Months looked back; 0 for ever. */
  months!: number;
  legalBasis!: string;
  verified!: boolean;
}
