/** One of the three who hold a share. */
export class HolderView {
  holder!: 'owner' | 'witness' | 'recovery';
  zh!: string;
  en!: string;
  /** Whose key it is, and what to compare the key file with. */
  keeper!: string | null;
  fingerprint!: string | null;
  /** `holds`: keeps a share, nobody waits for it now; `reserve`: the recovery share, which steps in only for a lost one. */
  state!: 'given' | 'awaited' | 'lost' | 'reserve' | 'holds';
  givenBy!: string | null;
  givenAt!: string | null;
  /** Of some bid this share did not unwrap. Of how many would tell the number of bids. */
  lacking!: boolean;
  lossReason!: string | null;
  lossBy!: string | null;
  /** The reader can give this share now. */
  mine!: boolean;
  /** The reader can record that this key is lost. */
  mayDeclare!: boolean;
}

/** How far the opening is. Without a threshold `needed` is null and there are no holders. */
export class OpeningView {
  needed!: number | null;
  given!: number;
  holders!: HolderView[];
}

/** A sealed bid as far as a holder's browser needs it: nothing of the content follows from it. */
export class SealedShareView {
  bidId!: string;
  firmId!: string;
  envelope!: object;
}

export class SealedSharesView {
  taskId!: string;
  holder!: 'owner' | 'witness' | 'recovery';
  bids!: SealedShareView[];
}
