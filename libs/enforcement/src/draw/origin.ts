import { canonicalJson, sm3 } from '@huanbao/platform';

/** What the seed of a draw rests on, fixed and published when it is announced. */
export interface DrawOrigin {
  /** ISO instant of the announcement. */
  readonly announcedAt: string;
  /** Place and hash of the last entry of the audit chain at that moment. */
  readonly auditSeq: string;
  readonly auditHead: string;
  /** The public value that is to come: what it is, and of which later day. */
  readonly publicSource: string;
  readonly publicOn: string;
  /** SM3 of the secret of the platform: until the draw nobody can work out what a value would draw. */
  readonly secretDigest: string;
}

interface Announced {
  readonly number: string;
  readonly poolHash: string;
  readonly origin: DrawOrigin;
}

/** The text whose SM3 is published with the announcement. */
const announcedText = ({ number, poolHash, origin }: Announced): string => canonicalJson({ number, poolHash, announcedAt: origin.announcedAt, auditSeq: origin.auditSeq, auditHead: origin.auditHead, publicSource: origin.publicSource, publicOn: origin.publicOn, secretDigest: origin.secretDigest });

export const originCommitment = (announced: Announced): string => sm3(announcedText(announced));

/** Without what people add to a number when they copy it: spaces, full-width forms. */
export const plainValue = (value: string): string => value.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** The seed: nobody knows the value when the draw is announced, nor the secret when the value is known, and neither can be changed. Pure. */
export const seedOf = (commitment: string, secret: string, publicValue: string): string => sm3(canonicalJson({ commitment, secret, publicValue: plainValue(publicValue) }));

/** Whether seed, secret and commitment still belong together. */
export const originHolds = (announced: Announced & { readonly commitment: string; readonly seed: string; readonly secret: string; readonly publicValue: string }): boolean =>
  originCommitment(announced) === announced.commitment && sm3(announced.secret) === announced.origin.secretDigest && seedOf(announced.commitment, announced.secret, announced.publicValue) === announced.seed;
