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

export class ReferenceEditingView {
  /** Whole numbers only. */
  whole!: boolean;
  /** Units to choose from. */
  units!: string[];
  bilingual!: boolean;
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
  /** English wording, where the row is a text that people read. */
  titleEn!: string | null;
  /** How it may be given a new value here; null where the room has an editor of its own. */
  editing!: ReferenceEditingView | null;
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

/** A row as it stood, and as it shall be. */
export class ReferenceContentView {
  title!: string;
  titleEn!: string | null;
  value!: string;
  unit!: string;
  legalBasis!: string;
  effectiveFrom!: string | null;
  effectiveTo!: string | null;
  note!: string | null;
}

export class ReferenceProposalView {
  id!: string;
  kind!: string;
  kindTitle!: ReferenceTextView;
  key!: string;
  before!: ReferenceContentView;
  after!: ReferenceContentView;
  reason!: string;
  state!: 'open' | 'approved' | 'rejected' | 'withdrawn';
  /** The row that was made of it. */
  newKey!: string | null;
  proposedByName!: string;
  proposedAt!: Date;
  decidedByName!: string | null;
  decidedAt!: Date | null;
  decisionNote!: string | null;
  /** approve and reject for a second person, withdraw for who proposed it. */
  decisions!: ('approve' | 'reject' | 'withdraw')[];
}

export class ReferenceProposalPageView {
  items!: ReferenceProposalView[];
  nextCursor!: string | null;
}
