export interface SignedFacts {
  readonly number: string;
  readonly enterpriseName: string;
  readonly uscc: string;
  readonly siteName: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** SM3 of the content of the permit. */
  readonly contentHash: string;
}

/**
 * The line that is signed with SM2 and printed on the certificate: whoever alters a printed fact breaks the signature,
 * and it can be checked without this platform.
 */
export function signedTextOf(facts: SignedFacts): string {
  return [
    '排污许可证', facts.number, facts.enterpriseName, facts.uscc, facts.siteName,
    `${facts.validFrom}/${facts.validTo}`, facts.issuer, facts.issuedOn, `SM3:${facts.contentHash}`,
  ].map(part => part.replaceAll('|', '／')).join('|');
}
