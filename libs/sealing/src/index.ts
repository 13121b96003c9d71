export { generateOpeningKey, fingerprintOf, privateMatches, publicPart, OpeningKey, PublicJwk, PrivateJwk } from './keys';
export { sealBid, SealingKeys } from './seal';
export { openBid, OpeningKeys, UnsealError } from './open';
export { SealContext, SealedEnvelope, WrappedShare } from './envelope';
