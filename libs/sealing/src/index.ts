export { generateOpeningKey, fingerprintOf, privateMatches, publicPart, type OpeningKey, type PublicJwk, type PrivateJwk } from './keys';
export { sealBid, type SealingKeys } from './seal';
export { openBid, UnsealError, type OpeningKeys } from './open';
export type { SealContext, SealedEnvelope, WrappedShare } from './envelope';
