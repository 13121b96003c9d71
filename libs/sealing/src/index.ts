export { generateOpeningKey, fingerprintOf, privateMatches, publicPart, type OpeningKey, type PublicJwk, type PrivateJwk } from './keys';
export { sealBid, type SealingKeys } from './seal';
export { openBid, openingShare, isShareOf, openWithShares, UnsealError, type OpeningKeys } from './open';
export { HOLDERS, isThreshold, splitSecret, joinShares, type Holder } from './threshold';
export { fromBase64, toBase64 } from './envelope';
export type { SealContext, SealedEnvelope, ThresholdPart, WrappedShare } from './envelope';
