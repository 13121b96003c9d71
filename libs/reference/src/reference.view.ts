export class ReferenceTextView {
  zh!: string;
  en!: string;
}

export class ReferenceCheckView {
  verdict!: 'verified' | 'withdrawn';
  /** Document, article or page, address. */
  against!: string;
  fileId!: string | null;
  checkedByName!: string;
  checkedAt!: Date;
}

export class ReferenceRowView {
  kind!: string;
  kindTitle!: ReferenceTextView;
  key!: string;
  title!: string;
  value!: string;
  unit!: string;
  effectiveFrom!: string | null;
  effectiveTo!: string | null;
  legalBasis!: string;
  verified!: boolean;
  /** Where the value was taken from, while nobody has compared it. */
  origin!: string | null;
  note!: string | null;
  /** The newest word on it. */
  check!: ReferenceCheckView | null;
}

export class ReferencePageView {
  items!: ReferenceRowView[];
  nextCursor!: string | null;
}

export class ReferenceDetailView extends ReferenceRowView {
  history!: ReferenceCheckView[];
}

export class ReferenceKindView {
  kind!: string;
  title!: ReferenceTextView;
  total!: number;
  unverified!: number;
}

/** How much of the reference data nobody has compared. */
export class ReferenceSummaryView {
  total!: number;
  unverified!: number;
  kinds!: ReferenceKindView[];
}
