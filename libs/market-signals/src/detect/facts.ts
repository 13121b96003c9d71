import type { DocumentProperties } from '@huanbao/documents';

/** One attachment as it is compared. */
export interface FileFacts {
  readonly name: string;
  readonly hash: string;
  readonly text: string;
  readonly properties: DocumentProperties | null;
}

/** What is registered of a firm. `phone` is compared and never shown. */
export interface PartyFacts {
  readonly legalRepresentative: string;
  readonly address: string;
  readonly phone: string | null;
}

/** One opened bid with everything it is compared by. */
export interface BidFacts {
  readonly firmId: string;
  readonly firmName: string;
  readonly submittedBy: string;
  readonly receivedAt: Date;
  /** Yuan; null when the bid could not be opened or its unit is in doubt. */
  readonly priceYuan: string | null;
  readonly proposal: string;
  readonly files: readonly FileFacts[];
  readonly trace: { readonly address: string | null; readonly prefix: string | null; readonly device: string | null };
  readonly party: PartyFacts;
}

/** A person, certificate or account that two firms share, found by the rooms that keep them. */
export interface SharedLink {
  readonly kind: 'person' | 'certificate' | 'account';
  readonly firmIds: readonly [string, string];
  /** What is shown of it: a certificate number, a masked name. */
  readonly what: string;
}

/** A task after its opening. */
export interface TaskFacts {
  readonly budgetYuan: string | null;
  readonly enterpriseName: string;
  /** The task's own words and those of the catalogue: whoever repeats them copies nobody. */
  readonly ownText: string;
  readonly ownFiles: readonly Pick<FileFacts, 'hash' | 'properties'>[];
  /** Files that many firms hand in: forms, certificates of associations. */
  readonly commonHashes: ReadonlySet<string>;
  readonly bids: readonly BidFacts[];
  readonly links: readonly SharedLink[];
}

/** An award of the past, oldest first, for rotation over time. */
export interface PastAward {
  readonly taskNumber: string;
  readonly at: string;
  readonly firmIds: readonly string[];
  readonly winnerId: string;
}
