/** A value of a reckoning with its dates and ground. */
export interface DatedShare {
  readonly value: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly legalBasis: string;
  readonly verified: boolean;
}

/** Share of the fuel's sulphur that leaves as SO₂. Handbooks give 0.80–0.85 for coal; nobody has compared it with the text yet. */
const SULPHUR_SHARE: readonly DatedShare[] = [{ value: '0.85', effectiveFrom: '2018-01-01', effectiveTo: null, legalBasis: '污染源源强核算技术指南 锅炉（HJ 991-2018）', verified: false }];

export const sulphurShare = (day: string): DatedShare => SULPHUR_SHARE.find(row => row.effectiveFrom <= day && (row.effectiveTo === null || day <= row.effectiveTo)) ?? (SULPHUR_SHARE[0] as DatedShare);
